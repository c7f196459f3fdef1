import type { EventWarning, KlaviyoError } from '@rudder-klaviyo/sdk'
import { RETRY_RULES, type PlanOutcome } from '@rudder-klaviyo/sdk/stages'
import { STATUS } from '../outbox/event-status.ts'
import type { Settlement } from '../outbox/settlement.ts'
import { backoffMs, lookupDelayMs, MAX_FAILURE_COUNT, MAX_LOOKUP_COUNT } from './backoff.ts'
import type { Entry } from './entry.ts'
import { mergeWarnings } from './merge-warnings.ts'
import { toStoredError } from './stored-error.ts'
import type { UnknownOutcome } from './unknown-outcome.ts'

/** What judging needs beside the outcome. */
export interface Judging {
  readonly nowMs: number
  /** From 0 to 1. */
  readonly random: number
  /** The operation id of the bulk import. */
  readonly bulkImport: string
  /** When the account is tried again; `undefined` when it is not paused. */
  readonly pausedUntilMs: number | undefined
}

/** What an outcome means for the event: what is written down. The entry is brought up to date for its next try. */
export function judge(entry: Entry, outcome: PlanOutcome, judging: Judging): Settlement {
  const warnings = mergeWarnings(entry.warnings, outcome.warnings)
  entry.warnings = warnings ?? entry.warnings
  const parts = warnings === undefined ? { seq: entry.seq } : { seq: entry.seq, warnings }
  switch (outcome.status) {
    case 'delivered':
      return { ...parts, status: STATUS.DELIVERED, isFailure: false }
    case 'rejected':
      return { ...parts, status: STATUS.DEAD, isFailure: true, error: errorText(outcome.error, outcome.operation) }
    case 'retry':
      return { ...parts, ...judgeRetry(entry, outcome, judging) }
  }
}

type Retry = Extract<PlanOutcome, { status: 'retry' }>
type Verdict = Omit<Settlement, 'seq' | 'warnings'>

function judgeRetry(entry: Entry, outcome: Retry, { nowMs, random, bulkImport, pausedUntilMs }: Judging): Verdict {
  const { scope, operation, retryAfterMs } = outcome
  const isFailure = scope === 'event'
  const isLookUp = outcome.error.code === 'PROFILE_NOT_FOUND'
  if (isFailure && isLookUp) entry.lookUpCount += 1
  else if (isFailure) entry.failureCount += 1
  if (scope !== 'account') entry.triesInRow += 1
  const error = errorText(outcome.error, operation, unknownOutcomes(entry, outcome, bulkImport))
  if (entry.failureCount >= MAX_FAILURE_COUNT || entry.lookUpCount >= MAX_LOOKUP_COUNT)
    return { status: STATUS.DEAD, isFailure, error }
  const delayMs = isLookUp ? lookupDelayMs(entry.lookUpCount) : backoffMs(entry.triesInRow, random)
  // A rate limit or an outage ends for all at once, and delivery knows when.
  const waitMs = scope === 'event' ? Math.max(delayMs, retryAfterMs ?? 0) : (retryAfterMs ?? delayMs)
  const dueAtMs = scope === 'account' ? (pausedUntilMs ?? nowMs) : nowMs + waitMs
  return { status: STATUS.RETRYING, isFailure, dueAtMs, error }
}

/** What a next holder has to know; this one has it in memory. */
function unknownOutcomes(
  entry: Entry,
  { error, operation, scope }: Retry,
  bulkImport: string,
): readonly UnknownOutcome[] {
  const isImport = operation === bulkImport && scope !== 'account' && !RETRY_RULES[error.code].isSurelyNotDone
  return [...(entry.isOutcomeUnknown ? (['unsubscribe'] as const) : []), ...(isImport ? (['import'] as const) : [])]
}

function errorText(
  error: KlaviyoError,
  operation: string | undefined,
  unknown: readonly UnknownOutcome[] = [],
): string {
  const stored = toStoredError(error, operation)
  return JSON.stringify(unknown.length === 0 ? stored : { ...stored, unknown })
}

/** An event that cannot be delivered for a reason of ours. */
export function deadLetter({ seq }: Pick<Entry, 'seq'>, error: KlaviyoError): Settlement {
  return { seq, status: STATUS.DEAD, isFailure: false, error: errorText(error, undefined) }
}

/** A plan that has become empty: a setting filters the event now. */
export function filtered(entry: Entry, warnings: readonly EventWarning[]): Settlement {
  const merged = mergeWarnings(entry.warnings, warnings)
  const added = merged === undefined ? undefined : { warnings: merged }
  return { seq: entry.seq, status: STATUS.FILTERED, isFailure: false, ...added }
}

/** An event whose call was ended by us: whoever delivers next tries it again, at once. */
export function handedBack({ seq }: Pick<Entry, 'seq'>, nowMs: number): Settlement {
  return { seq, status: STATUS.RETRYING, dueAtMs: nowMs, isFailure: false }
}
