import { REQUEST_BITS } from '@rudder-klaviyo/sdk/stages'
import type { LightRow } from '../outbox/event-row.ts'
import { STATUS } from '../outbox/event-status.ts'

/**
 * A request that was begun, and nobody knows what Klaviyo did with it: a second unsubscribe could act on every list, and
 * a second import could be undone by a job that still runs.
 */
export type UnknownOutcome = 'unsubscribe' | 'import'

/** What a holder that begins does not know of an event that another one left. */
export function unknownOutcomesOf({ status, claims, job, ops, error }: LightRow): readonly UnknownOutcome[] {
  if (status === STATUS.RETRYING) return storedOutcomes(error)
  // What comes behind a bulk import is begun when that is over, and it is not followed any more then.
  if (claims === 0 || job !== undefined) return []
  const isNeeded = (bit: number) => (ops & bit) !== 0
  return [
    ...(isNeeded(REQUEST_BITS.unsubscribe) ? (['unsubscribe'] as const) : []),
    ...(isNeeded(REQUEST_BITS.importProfile) ? (['import'] as const) : []),
  ]
}

function storedOutcomes(error: string | undefined): readonly UnknownOutcome[] {
  if (error === undefined) return []
  // Written by us, by `judge`.
  return (JSON.parse(error) as { readonly unknown?: readonly UnknownOutcome[] }).unknown ?? []
}
