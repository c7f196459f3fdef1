import type { ErrorCode } from '../errors/error-codes.ts'
import type { RequestKind } from '../plan/request-kind.ts'
import type { RetryScope } from './outcome.ts'

/** Whether a failure counts against its event, which is given up after so many of its own. */
export type CountingRule =
  | 'always'
  /** One call cannot tell an outage from an event that Klaviyo always fails on: it counts once the operation worked for others. */
  | 'unless-outage'
  | 'never'

/**
 * What a failure of this kind means for what is sent next.
 * @example const waits = ({ scope }: RetryRule) => scope !== 'none'
 */
export interface RetryRule {
  /** What has to wait; `none`: the same request would fail again, so the event is rejected. */
  readonly scope: RetryScope | 'none'
  readonly counts: CountingRule
  /** Whether Klaviyo surely did nothing. Otherwise only a retry-safe operation is sent again. */
  readonly isSurelyNotDone: boolean
  /** The wait before the next try when Klaviyo names none, in milliseconds. */
  readonly waitMs: number
  readonly reason: string
}

const ACCOUNT_WAIT_MS = 30_000
const OUTAGE_WAIT_MS = 5_000

/**
 * The policy by error code. A code that is forgotten here does not compile.
 * @example const { scope, waitMs } = RETRY_RULES.RATE_LIMITED
 */
export const RETRY_RULES: Readonly<Record<ErrorCode, RetryRule>> = {
  RATE_LIMITED: {
    scope: 'operation',
    counts: 'never',
    isSurelyNotDone: true,
    waitMs: 1_000,
    reason:
      'Klaviyo counts calls per account and operation: every event of the operation has to wait, and none is at fault.',
  },
  UNAVAILABLE: {
    scope: 'operation',
    counts: 'unless-outage',
    isSurelyNotDone: false,
    waitMs: OUTAGE_WAIT_MS,
    reason: 'An outage hits every event of the operation, and none is given up because of one.',
  },
  NETWORK: {
    scope: 'operation',
    counts: 'unless-outage',
    isSurelyNotDone: false,
    waitMs: OUTAGE_WAIT_MS,
    reason: 'A broken connection says nothing about the event. Whether Klaviyo got the request is unknown.',
  },
  TIMEOUT: {
    scope: 'operation',
    counts: 'unless-outage',
    isSurelyNotDone: false,
    waitMs: OUTAGE_WAIT_MS,
    reason: 'A slow answer says nothing about the event. What Klaviyo did with the request is unknown.',
  },
  NOT_AUTHORIZED: {
    scope: 'account',
    counts: 'never',
    isSurelyNotDone: true,
    waitMs: ACCOUNT_WAIT_MS,
    reason:
      'A key is good or bad for all events of the account. They wait until a person mends it; one call probes now and then.',
  },
  CONFIG_INVALID: {
    scope: 'account',
    counts: 'never',
    isSurelyNotDone: true,
    waitMs: ACCOUNT_WAIT_MS,
    reason: 'The key is missing or unreadable: nothing was sent, and it is the same for all events of the account.',
  },
  PROFILE_NOT_FOUND: {
    scope: 'event',
    counts: 'always',
    isSurelyNotDone: true,
    waitMs: 10_000,
    reason: 'Imports take effect later, so the profile may yet appear: it is looked for again for 15 minutes.',
  },
  REJECTED: rejected('Klaviyo judged the request; the same request gets the same verdict.'),
  EVENT_INVALID: rejected('The event lacks something; only its sender can mend it.'),
  CANNOT_BE_PLANNED: rejected('The settings no longer allow the event; a person decides.'),
  SUPERSEDED: rejected('A newer decision of the same person counts.'),
}

/**
 * What has to be done before a request of unknown outcome is sent once more.
 * @example const isAsked = ({ before }: RepeatRule) => before === 'ask-list'
 */
export interface RepeatRule {
  readonly before: 'nothing' | 'wait-for-jobs' | 'ask-list'
  readonly reason: string
}

/**
 * Repeats by what a request does, never by its HTTP method: all of these are POST.
 * @example const isRepeatedAtOnce = ({ before }: RepeatRule) => before === 'nothing'
 */
export const REPEAT_RULES: Readonly<Record<RequestKind | 'importProfiles', RepeatRule>> = {
  createEvent: {
    before: 'nothing',
    reason: '`unique_id` is the messageId: Klaviyo keeps one event per profile, metric and `unique_id`.',
  },
  importProfile: {
    before: 'nothing',
    reason:
      'An upsert: the second time finds the profile as the first left it. Only `append` of patch_properties may act twice.',
  },
  importProfiles: {
    before: 'wait-for-jobs',
    reason:
      'A job that was made after all may be processed after the repeat, and would undo what came later. So no job made since may be unfinished.',
  },
  subscribe: {
    before: 'nothing',
    reason:
      'Who is subscribed stays subscribed. After more than 30 minutes a list with double opt-in may send its mail again.',
  },
  unsubscribe: {
    before: 'ask-list',
    reason:
      'A second one can find the profile off the list and then unsubscribes it everywhere. So only who is still on the list is unsubscribed again; if the list may not be read, everybody, since too few messages is the safe side.',
  },
}

function rejected(reason: string): RetryRule {
  return { scope: 'none', counts: 'always', isSurelyNotDone: true, waitMs: 0, reason }
}
