/**
 * What differs between two revisions of Klaviyo's API, as data. A new revision is a document and a row here.
 * @example const knowsAnonymousId = ({ hasAnonymousId }: RevisionFacts) => hasAnonymousId
 */
export interface RevisionFacts {
  /** The last day on which Klaviyo supports it: two years after its release. */
  readonly supportedUntil: string
  /** The operation ids of the pipeline. */
  readonly operations: {
    readonly importProfile: string
    readonly createEvent: string
    readonly subscribe: string
    readonly unsubscribe: string
  }
  /** The operation ids of the bulk forms, which take many events or profiles in one call. */
  readonly bulkOperations: {
    readonly createEvents: string
    readonly importProfiles: string
  }
  /** The operation ids of what delivery reads: people to be looked up, members of a list, how an import goes on. */
  readonly reads: {
    readonly profiles: string
    readonly listProfiles: string
    readonly importJobs: string
    readonly importErrors: string
  }
  /** Whether a profile has `anonymous_id`. */
  readonly hasAnonymousId: boolean
  /** Whether an unsubscription names its channels. */
  readonly unsubscribeNamesChannels: boolean
  /** Whether a subscription can carry consent of the past (`historical_import`). */
  readonly hasHistoricalImport: boolean
  /** Whether an event can be marked as old (`backfill`: no flows). */
  readonly hasBackfill: boolean
}

/**
 * The revisions by their date.
 * @example const newest = Object.keys(REVISIONS).at(-1)
 */
export const REVISIONS = {
  '2024-06-15': {
    supportedUntil: '2026-06-15',
    operations: {
      importProfile: 'create_or_update_profile',
      createEvent: 'create_event',
      subscribe: 'subscribe_profiles',
      unsubscribe: 'unsubscribe_profiles',
    },
    bulkOperations: { createEvents: 'bulk_create_events', importProfiles: 'spawn_bulk_profile_import_job' },
    reads: {
      profiles: 'get_profiles',
      listProfiles: 'get_list_profiles',
      importJobs: 'get_bulk_profile_import_jobs',
      importErrors: 'get_bulk_profile_import_job_import_errors',
    },
    hasAnonymousId: true,
    unsubscribeNamesChannels: false,
    hasHistoricalImport: false,
    hasBackfill: false,
  },
  '2026-07-15': {
    supportedUntil: '2028-07-15',
    operations: {
      importProfile: 'create_or_update_profile',
      createEvent: 'create_event',
      subscribe: 'bulk_subscribe_profiles',
      unsubscribe: 'bulk_unsubscribe_profiles',
    },
    bulkOperations: { createEvents: 'bulk_create_events', importProfiles: 'bulk_import_profiles' },
    reads: {
      profiles: 'get_profiles',
      listProfiles: 'get_profiles_for_list',
      importJobs: 'get_bulk_import_profiles_jobs',
      importErrors: 'get_errors_for_bulk_import_profiles_job',
    },
    hasAnonymousId: false,
    unsubscribeNamesChannels: true,
    hasHistoricalImport: true,
    hasBackfill: true,
  },
} as const satisfies Record<Revision, RevisionFacts>

/**
 * A revision of Klaviyo's API that this package knows.
 * @example const revision: Revision = '2026-07-15'
 */
export type Revision = '2024-06-15' | '2026-07-15'

/**
 * The revision that the mapping document is about.
 * @example createKlaviyo({ revision: DEFAULT_REVISION })
 */
export const DEFAULT_REVISION = '2024-06-15' satisfies Revision

/** Whether a field that only some revisions have is in this one; without a list, every revision has it. */
export function hasField(revisions: readonly Revision[] | undefined, revision: Revision): boolean {
  return revisions === undefined || revisions.includes(revision)
}
