import type { Json, Plan } from '@rudder-klaviyo/sdk'
import { REQUEST_BITS, requestBitsOf } from '@rudder-klaviyo/sdk/stages'
import { WRITES } from '../outbox/event-bits.ts'

/** What the outbox keeps of a plan beside the event. */
export interface PlanFacts {
  /** Bits of `REQUEST_BITS`. */
  readonly ops: number
  /** Bits of `WRITES`. */
  readonly writes: number
  /** The list of a change of consent. */
  readonly list: string | undefined
  /** The name of the metric. */
  readonly metric: string | undefined
  /** Whether a Klaviyo event is made without a time: Klaviyo would take the time of its delivery. */
  readonly needsTime: boolean
}

/** Reads them from the planned bodies. */
export function planFacts(plan: Plan): PlanFacts {
  let writes = 0
  let list: string | undefined
  let metric: string | undefined
  let needsTime = false
  for (const request of plan.requests) {
    const { body } = request
    const bits = requestBitsOf({ requests: [request], revision: plan.revision })
    if ((bits & REQUEST_BITS.createEvent) !== 0) {
      metric = textAt(body, ['data', 'attributes', 'metric', 'data', 'attributes', 'name'])
      needsTime = textAt(body, ['data', 'attributes', 'time']) === undefined
    } else if ((bits & REQUEST_BITS.importProfile) !== 0) writes |= WRITES.profile
    else {
      writes |= (bits & REQUEST_BITS.subscribe) === 0 ? WRITES.unsubscribe : WRITES.subscribe
      list = textAt(body, ['data', 'relationships', 'list', 'data', 'id'])
    }
  }
  return { ops: requestBitsOf(plan), writes, list, metric, needsTime }
}

function textAt(body: Json, path: readonly string[]): string | undefined {
  let value: unknown = body
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  return typeof value === 'string' ? value : undefined
}
