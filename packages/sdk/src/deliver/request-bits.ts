import { kindOfOperation, type RequestKind } from '../plan/request-kind.ts'
import type { Plan } from '../plan/planned-request.ts'

/**
 * The operations a plan needs, as bits: a paused operation holds back only events that need it. They are kept in
 * outboxes, so a bit never changes its meaning.
 * @example const needsEvents = (ops: number) => (ops & REQUEST_BITS.createEvent) !== 0
 */
export const REQUEST_BITS = {
  importProfile: 1,
  createEvent: 2,
  subscribe: 4,
  unsubscribe: 8,
  lookup: 16,
} as const satisfies Record<RequestKind | 'lookup', number>

/**
 * The bits of a plan.
 * @example const ops = requestBitsOf(klaviyo.plan(event))
 */
export function requestBitsOf({ requests, revision }: Pick<Plan, 'requests' | 'revision'>): number {
  let bits = 0
  for (const { operation, lookup } of requests) {
    const kind = kindOfOperation(operation, revision)
    if (kind !== undefined) bits |= REQUEST_BITS[kind]
    if (lookup !== undefined) bits |= REQUEST_BITS.lookup
  }
  return bits
}
