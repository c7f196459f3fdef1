/**
 * An event on its way, as light as the keeper of the events needs it: the event itself and its plan are asked for when
 * they are sent. Delivery writes the fields that are not `readonly`.
 * @example const isDue = ({ dueAtMs }: DeliveryEntry) => dueAtMs <= Date.now()
 */
export interface DeliveryEntry {
  /** Order of acceptance: what shares a key goes by it. */
  readonly seq: number
  /** What it shares with other events of the same person (`orderKeysOf`). */
  readonly keys: readonly string[]
  /** The operations that its plan needs, as bits of `REQUEST_BITS`. */
  readonly ops: number
  /** Not before this time, in milliseconds since 1970. */
  dueAtMs: number
  /** Requests that were answered with success: a next try goes on behind them. */
  answeredCount: number
  /** Calls of its own that were begun; those that look for the culprit among many do not count. */
  attemptCount: number
  /** When a call last failed in a way that may be the event's own fault, in milliseconds since 1970. */
  lastFailedAtMs: number | undefined
  /** It failed before, or could not be merged: it goes in calls of its own. */
  isAlone: boolean
  /** It may be what ended the process: it goes while nothing else is under way. */
  readonly isSuspect: boolean
  /** Its unsubscribe was begun, and what Klaviyo did with it is unknown. */
  isOutcomeUnknown: boolean
  /** The bulk import that an earlier holder started for it: it is followed, not sent again. */
  readonly job?: string | undefined
}

/** A new entry of an event that was never sent. */
export function deliveryEntry(seq: number, keys: readonly string[], ops: number): DeliveryEntry {
  return {
    seq,
    keys,
    ops,
    dueAtMs: 0,
    answeredCount: 0,
    attemptCount: 0,
    lastFailedAtMs: undefined,
    isAlone: false,
    isSuspect: false,
    isOutcomeUnknown: false,
  }
}
