import type { RevisionFacts } from '../revision.ts'

/** The paths of the pipeline, the same in every revision, without a trailing slash. */
export const PATHS = {
  importProfile: '/api/profile-import',
  createEvent: '/api/events',
  subscribe: '/api/profile-subscription-bulk-create-jobs',
  unsubscribe: '/api/profile-subscription-bulk-delete-jobs',
} as const satisfies Record<keyof RevisionFacts['operations'], string>
