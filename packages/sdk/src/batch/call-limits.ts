import type { RevisionFacts } from '../revision.ts'
import type { CallLimits } from './batch-call.ts'

/** The limits of the bulk calls of a revision. */
export interface BulkLimits {
  readonly createEvents: CallLimits
  readonly importProfiles: CallLimits
  /** A profile that is larger goes by the single operation, which says so. */
  readonly maxProfileBytes: number
  readonly subscribe: CallLimits
  readonly unsubscribe: CallLimits
}

/** What an operation's facts say of sizes; they are generated from the OpenAPI document. */
type Endpoints = Readonly<Record<string, { readonly limits: Readonly<Record<string, number>> }>>

/** Reads the limits of the bulk calls from the facts of the operations. What no document limits is not limited here. */
export function bulkLimitsOf(endpoints: Endpoints, { operations, bulkOperations }: RevisionFacts): BulkLimits {
  const limitOf = (operation: string, name: string): number => endpoints[operation]?.limits[name] ?? Infinity
  const limitsOf = (operation: string, count: string): CallLimits => ({
    maxCount: limitOf(operation, count),
    maxBytes: limitOf(operation, 'maxBodyBytes'),
  })
  return {
    createEvents: limitsOf(bulkOperations.createEvents, 'maxEventsCount'),
    importProfiles: limitsOf(bulkOperations.importProfiles, 'maxProfilesCount'),
    maxProfileBytes: limitOf(bulkOperations.importProfiles, 'maxProfileBytes'),
    subscribe: limitsOf(operations.subscribe, 'maxProfilesCount'),
    unsubscribe: limitsOf(operations.unsubscribe, 'maxProfilesCount'),
  }
}
