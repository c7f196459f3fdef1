import type { EventType } from '@rudder-klaviyo/sdk'
import type { StatusNumber } from './event-status.ts'

/** What names an event: its messageId is unique within the source. */
export interface EventKey {
  readonly account: string
  readonly source: string
  readonly messageId: string
}

/** An event as it enters the outbox. */
export interface NewEvent extends EventKey {
  readonly type: EventType
  /** The name of the event or screen. */
  readonly name: string | undefined
  /** `FILTERED` events are settled at once and never taken up. */
  readonly isFiltered: boolean
  /** The order keys of the person, strongest first. Empty only for a filtered event. */
  readonly keys: readonly string[]
  /** Bits of `REQUEST_BITS`. */
  readonly ops: number
  /** Bits of `WRITES`. */
  readonly writes: number
  /** The list of a change of consent. */
  readonly list: string | undefined
  /** SHA-256 of the event as it was sent, for `PAYLOAD_DIFFERS`. */
  readonly digest: string
  /** The event as accepted, as JSON; `undefined` for a filtered event, which is never read again. */
  readonly body: string | undefined
  /** The warnings of its acceptance, as JSON. */
  readonly warnings: string | undefined
}

/** An event as the outbox knows it, without its body. Times are milliseconds since 1970. */
export interface EventRow extends EventKey {
  readonly seq: number
  readonly type: EventType
  readonly name: string | undefined
  readonly status: StatusNumber
  /** Holders that began to send it since the last settlement. */
  readonly claims: number
  /** Answers about this event alone that were failures. */
  readonly failures: number
  readonly digest: string
  readonly acceptedAtMs: number
  readonly dueAtMs: number | undefined
  readonly settledAtMs: number | undefined
  readonly warnings: string | undefined
  readonly error: string | undefined
}

/** What became of one event that was handed in; of a duplicate, the row that stands. */
export interface EnqueueResult {
  readonly isDuplicate: boolean
  readonly row: EventRow
}

/** What the dispatcher reads of an event that was taken up. */
export interface LightRow {
  readonly seq: number
  readonly keys: readonly string[]
  readonly ops: number
  readonly writes: number
  readonly status: StatusNumber
  readonly claims: number
  readonly failures: number
  /** The bulk import that carries it. */
  readonly job: string | undefined
  readonly acceptedAtMs: number
  readonly dueAtMs: number | undefined
  /** Why the last attempt failed, as JSON. */
  readonly error: string | undefined
}

/** What an event is made of, for planning it again. */
export interface StoredBody {
  readonly seq: number
  /** The event as accepted, as JSON. */
  readonly body: string
  /** The warnings so far, as JSON. */
  readonly warnings: string | undefined
}

/** An event that a call is about to carry. */
export interface BegunAttempt {
  readonly seq: number
  /** How many holders have begun to send it since its last settlement, this one included. */
  readonly claims: number
}

/** A change of consent that Klaviyo took. */
export interface RecentConsent {
  readonly seq: number
  readonly keys: readonly string[]
  readonly writes: number
  readonly settledAtMs: number
}
