import type { Rejected, Retry } from '@rudder-klaviyo/sdk'
import type { Entry, Refusal } from './entry.ts'

/** Why an entry was not delivered. */
export interface Reason {
  readonly code: string
  readonly message: string
  /** Of an event: what is wrong with it, with paths. */
  readonly issues?: unknown
  /** Klaviyo's words, when it answered. */
  readonly errors?: unknown
  /** How long to wait before it is sent again, in milliseconds. */
  readonly retryAfterMs?: number
}

/** The reason of a settlement, or that of the line, which never got so far. */
export function reasonOf(refusal: Refusal | undefined, settlement: Rejected | Retry): Reason {
  if (refusal !== undefined) return refusal
  const { error } = settlement
  return {
    code: error.code,
    message: error.message,
    ...('issues' in error ? { issues: error.issues } : {}),
    ...('errors' in error ? { errors: error.errors } : {}),
    ...(settlement.status === 'retry' ? { retryAfterMs: settlement.retryAfterMs } : {}),
  }
}

/**
 * One line of the rejected file: what was given, unchanged, with the reason beside it. `send` and `plan` take such a line
 * for the event that it holds.
 */
export function rejectedLine({ origin, given, derivedId, refusal }: Entry, reason: Reason): string {
  const members = [
    ...(given === undefined ? [] : [refusal === undefined ? `"event":${given}` : `"text":${JSON.stringify(given)}`]),
    ...(derivedId === undefined ? [] : [`"messageId":${JSON.stringify(derivedId)}`]),
    `"error":${JSON.stringify(reason)}`,
    `"line":${origin.line}`,
    `"file":${JSON.stringify(origin.file)}`,
  ]
  return `{${members.join(',')}}`
}
