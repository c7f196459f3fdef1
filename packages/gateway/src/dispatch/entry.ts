import { REQUEST_BITS, type DeliveryEntry } from '@rudder-klaviyo/sdk/stages'
import type { LightRow } from '../outbox/event-row.ts'
import { unknownOutcomesOf } from './unknown-outcome.ts'

/** Holders that began to send it and never settled it, after which it is sent alone: it may be what kills the process. */
const SUSPECT_CLAIM_COUNT = 3

/** An event in the memory of the dispatcher, from being taken up to being settled. */
export interface Entry extends DeliveryEntry {
  /** Former holders that began to send it since its last settlement. */
  claims: number
  /** Failures of its own. */
  failureCount: number
  /** Look-ups without a hit. */
  lookUpCount: number
  /** Failures in a row, those of an outage too: for the backoff. */
  triesInRow: number
  isSuspect: boolean
  /** The warnings that are stored, as JSON. */
  warnings: string | undefined
}

/** An entry of a row that was taken up, just now or by a former holder. */
export function toEntry(row: LightRow): Entry {
  const { seq, keys, ops, claims, failures, job, dueAtMs } = row
  // They are stored as one number; an event that is looked up hardly ever fails otherwise.
  const isLookedUp = (ops & REQUEST_BITS.lookup) !== 0
  return {
    seq,
    keys,
    ops,
    dueAtMs: dueAtMs ?? 0,
    answeredCount: 0,
    attemptCount: 0,
    lastFailedAtMs: undefined,
    isAlone: false,
    isSuspect: claims >= SUSPECT_CLAIM_COUNT,
    isOutcomeUnknown: unknownOutcomesOf(row).includes('unsubscribe'),
    job,
    claims,
    failureCount: isLookedUp ? 0 : failures,
    lookUpCount: isLookedUp ? failures : 0,
    triesInRow: failures,
    warnings: undefined,
  }
}
