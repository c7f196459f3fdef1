import type { EventIssue, EventType, EventWarning } from '@rudder-klaviyo/sdk'

/** Who sends: one source of one account. */
export interface Source {
  readonly name: string
  readonly account: string
  /** Whether this caller may change consent: a server key, or a source with `consentFrom: 'any'`. */
  readonly mayChangeConsent: boolean
}

/** Where an accepted event stands. Settled: `DELIVERED`, `DEAD`, `FILTERED`. */
export type EventStatus = 'ACCEPTED' | 'DELIVERING' | 'RETRYING' | 'DELIVERED' | 'DEAD' | 'FILTERED'

/** Why the last attempt failed, as it is stored. */
export interface StoredError {
  /** A code of `DeliveryErrorCode` in the schema. */
  readonly code: string
  readonly message: string
  readonly operation?: string
  readonly status?: number
  /** Klaviyo's words; for the admin key only. */
  readonly klaviyoErrors?: readonly {
    readonly id?: string
    readonly code: string
    readonly title: string
    readonly detail: string
    readonly pointer?: string
  }[]
}

/** An accepted event as the outbox knows it. Times are milliseconds since 1970. */
export interface StoredEvent {
  readonly messageId: string
  readonly account: string
  readonly source: string
  readonly type: EventType
  /** The name of the event or screen; `undefined` for identify and group. */
  readonly name?: string
  readonly status: EventStatus
  readonly acceptedAtMs: number
  readonly settledAtMs?: number
  readonly attemptCount: number
  readonly nextAttemptAtMs?: number
  readonly warnings: readonly EventWarning[]
  readonly error?: StoredError
}

/** What became of one event that was handed in. */
export type AcceptResult =
  | {
      readonly kind: 'accepted'
      readonly messageId: string
      readonly duplicate: boolean
      readonly warnings: readonly AcceptWarning[]
      readonly event: StoredEvent
    }
  | {
      readonly kind: 'invalid'
      readonly messageId?: string
      readonly message: string
      readonly issues: readonly AcceptIssue[]
    }
  /** Not accepted, and nobody's fault: the same event with the same messageId may be sent again. */
  | {
      readonly kind: 'unavailable'
      readonly messageId: string
      readonly retryAfterSeconds: number
      readonly message: string
    }

/** A warning of the plan, or of the acceptance itself. */
export type AcceptWarning =
  | EventWarning
  | { readonly path: string; readonly code: 'PAYLOAD_DIFFERS'; readonly message: string }

/** An issue of the plan, or of the acceptance itself. */
export type AcceptIssue =
  | EventIssue
  | { readonly path: string; readonly code: 'CONSENT_NOT_ALLOWED'; readonly message: string }

/**
 * The only way into the outbox: stamps messageId and time, plans for the answer, and commits the event.
 * Never throws for an event's sake; one result per event, in order.
 */
export interface Acceptance {
  accept(source: Source, events: readonly unknown[]): Promise<readonly AcceptResult[]>
  /** The status of an event of this source; `undefined` when it sent none of this messageId within the retention. */
  status(source: Source, messageId: string): Promise<StoredEvent | undefined>
}
