import type { Json, Plan } from '@rudder-klaviyo/sdk'
import { OPERATION, operationBit, WRITES } from '../outbox/event-bits.ts'

/** What the outbox keeps of a plan beside the event. */
export interface PlanFacts {
  /** Bits of `OPERATION`. */
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
  let ops = 0
  let writes = 0
  let list: string | undefined
  let metric: string | undefined
  let needsTime = false
  for (const { operation, body, lookup } of plan.requests) {
    const bit = operationBit(operation)
    ops |= bit | (lookup === undefined ? 0 : OPERATION.lookup)
    if (bit === OPERATION.createEvent) {
      metric = textAt(body, ['data', 'attributes', 'metric', 'data', 'attributes', 'name'])
      needsTime = textAt(body, ['data', 'attributes', 'time']) === undefined
    } else if (bit === OPERATION.importProfile) writes |= WRITES.profile
    else {
      writes |= bit === OPERATION.subscribe ? WRITES.subscribe : WRITES.unsubscribe
      list = textAt(body, ['data', 'relationships', 'list', 'data', 'id'])
    }
  }
  return { ops, writes, list, metric, needsTime }
}

function textAt(body: Json, path: readonly string[]): string | undefined {
  let value: unknown = body
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  }
  return typeof value === 'string' ? value : undefined
}
