import type { EventIssue, EventWarning } from '../generated/gateway-inputs.ts'

/**
 * The event is stored in the gateway's outbox. It will be delivered, or end as a dead letter: `status` tells.
 * @example const isNew = ({ duplicate }: AcceptedEvent) => !duplicate
 */
export interface AcceptedEvent {
  readonly status: 'accepted'
  readonly messageId: string
  /** The gateway had this messageId already, for example since the answer to an earlier attempt was lost. Nothing is sent twice. */
  readonly duplicate: boolean
  /** What was left out or read in another way than you may expect. */
  readonly warnings: readonly EventWarning[]
}

/**
 * The gateway refused the event and stored nothing. Sending it again unchanged gives the same answer.
 * @example const shown = ({ issues }: InvalidEvent) => issues.map(({ path, message }) => `${path}: ${message}`)
 */
export interface InvalidEvent {
  readonly status: 'invalid'
  readonly messageId: string
  /** At least one. Paths start at the argument of the call: `input.traits.email`. */
  readonly issues: readonly EventIssue[]
}

/**
 * What became of one event.
 *
 * @example
 * import type { EventOutcome } from '@rudder-klaviyo/sdk/browser'
 *
 * export const problemsOf = (outcome: EventOutcome) =>
 *   (outcome.status === 'accepted' ? outcome.warnings : outcome.issues).map(({ path, message }) => `${path}: ${message}`)
 */
export type EventOutcome = AcceptedEvent | InvalidEvent
