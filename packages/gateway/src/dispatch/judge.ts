import type { EventWarning, KlaviyoError } from '@rudder-klaviyo/sdk'
import { RETRY_RULES, type PlanOutcome } from '@rudder-klaviyo/sdk/stages'
import { OPERATION } from '../outbox/event-bits.ts'
import { STATUS } from '../outbox/event-status.ts'
import type { Settlement } from '../outbox/settlement.ts'
import { backoffMs, lookupDelayMs, MAX_FAILURE_COUNT, MAX_LOOKUP_COUNT } from './backoff.ts'
import type { Entry } from './entry.ts'
import { mergeWarnings } from './merge-warnings.ts'
import type { Pauses } from './pauses.ts'
import { toStoredError } from './stored-error.ts'

/** What judging needs beside the outcome. */
export interface Judging {
  readonly pauses: Pauses
  readonly nowMs: number
  /** From 0 to 1. */
  readonly random: number
  /** The warnings that are stored, as JSON. */
  readonly warnings: string | undefined
}

/**
 * What an outcome means: for the event, what is written down; for others, what is paused. The entry is brought up to
 * date for its next try.
 */
export function judge(entry: Entry, outcome: PlanOutcome, judging: Judging): Settlement {
  const warnings = mergeWarnings(judging.warnings, outcome.warnings)
  const parts = warnings === undefined ? { seq: entry.seq } : { seq: entry.seq, warnings }
  switch (outcome.status) {
    case 'delivered':
      judging.pauses.noteSuccess(entry.ops, judging.nowMs)
      judging.pauses.resumeAccount()
      return { ...parts, status: STATUS.DELIVERED, isFailure: false }
    case 'rejected':
      // An answer about the event: the key was taken.
      judging.pauses.resumeAccount()
      return { ...parts, status: STATUS.DEAD, isFailure: true, error: errorText(outcome.error, outcome.operation) }
    case 'retry':
      return { ...parts, ...judgeRetry(entry, outcome, judging) }
  }
}

type Retry = Extract<PlanOutcome, { status: 'retry' }>
type Verdict = Omit<Settlement, 'seq' | 'warnings'>

function judgeRetry(entry: Entry, outcome: Retry, judging: Judging): Verdict {
  const { pauses, nowMs, random } = judging
  const { operation, retryAfterMs } = outcome
  entry.answeredCount = outcome.answeredCount
  const error = errorText(outcome.error, operation)
  switch (outcome.scope) {
    case 'operation':
      // One call cannot tell an outage from an event that Klaviyo always fails on; what became of others does.
      if (mayBeOutage(outcome.error)) return judgeOwnFailure(entry, outcome, judging, error)
      return retryAt(entry, {
        dueAtMs: pauses.pauseOperation(operation, { nowMs, retryAfterMs, random }),
        isFailure: false,
        error,
      })
    case 'account':
      return retryAt(entry, { dueAtMs: pauses.pauseAccount(outcome.error.message, nowMs), isFailure: false, error })
    case 'event':
      return judgeOwnFailure(entry, outcome, judging, error)
  }
}

function judgeOwnFailure(
  entry: Entry,
  { error, operation, retryAfterMs = 0 }: Retry,
  judging: Judging,
  text: string,
): Verdict {
  const { pauses, nowMs, random } = judging
  const isFailure = countsAgainst(entry, error, operation, pauses)
  if (mayBeOutage(error)) pauses.noteOutage(operation, { nowMs, random })
  entry.triesInRow += 1
  entry.lastFailedAtMs = nowMs
  if (isFailure) entry.failures += 1
  const isLookup = error.code === 'PROFILE_NOT_FOUND'
  // An event that was looked up for a quarter of an hour still has its own tries.
  const maxCount = isLookup
    ? MAX_LOOKUP_COUNT
    : MAX_FAILURE_COUNT + ((entry.ops & OPERATION.lookup) === 0 ? 0 : MAX_LOOKUP_COUNT)
  if (isFailure && entry.failures >= maxCount) return { status: STATUS.DEAD, isFailure, error: text }
  const delayMs = isLookup ? lookupDelayMs(entry.failures) : backoffMs(entry.triesInRow, random)
  return retryAt(entry, { dueAtMs: nowMs + Math.max(delayMs, retryAfterMs), isFailure, error: text })
}

/**
 * An outage is never counted against an event: while it fails in a way that an outage would, a failure counts only if
 * the operation has worked for somebody else since the one before. The first is counted, whatever it is.
 */
function countsAgainst(entry: Entry, error: KlaviyoError, operation: string, pauses: Pauses): boolean {
  if (!mayBeOutage(error) || entry.failures === 0) return true
  return entry.lastFailedAtMs !== undefined && pauses.isProvenSince(operation, entry.lastFailedAtMs)
}

function mayBeOutage({ code }: KlaviyoError): boolean {
  return RETRY_RULES[code].counts === 'unless-outage'
}

function retryAt(entry: Entry, next: { dueAtMs: number; isFailure: boolean; error?: string }): Verdict {
  entry.dueAtMs = next.dueAtMs
  return { status: STATUS.RETRYING, ...next }
}

function errorText(error: KlaviyoError, operation: string | undefined): string {
  return JSON.stringify(toStoredError(error, operation))
}

/** An event that cannot be delivered for a reason of ours. */
export function deadLetter(entry: Entry, error: KlaviyoError): Settlement {
  return { seq: entry.seq, status: STATUS.DEAD, isFailure: false, error: errorText(error, undefined) }
}

/** A plan that has become empty: a setting filters the event now. */
export function filtered(entry: Entry, stored: string | undefined, warnings: readonly EventWarning[]): Settlement {
  const merged = mergeWarnings(stored, warnings)
  return {
    seq: entry.seq,
    status: STATUS.FILTERED,
    isFailure: false,
    ...(merged === undefined ? undefined : { warnings: merged }),
  }
}

/** An event whose call was ended by us: whoever delivers next tries it again, at once. */
export function handedBack(entry: Entry, nowMs: number): Settlement {
  return { seq: entry.seq, ...retryAt(entry, { dueAtMs: nowMs, isFailure: false }) }
}
