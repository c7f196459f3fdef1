import type { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { EventWarning } from '../event/issue.ts'

/**
 * What has to wait before the same request is tried again.
 * @example const waits: RetryScope = 'operation'
 */
export type RetryScope =
  /** Only this event: the failure may be about it, and counts against it. */
  | 'event'
  /** Every request of the operation: a rate limit or an outage. Counts for no event. */
  | 'operation'
  /** Everything of the account, until a person acts: the key was refused. Counts for no event. */
  | 'account'

/**
 * What became of the requests of one plan.
 * @example const isDone = ({ status }: PlanOutcome) => status !== 'retry'
 */
export type PlanOutcome =
  | { readonly status: 'delivered'; readonly warnings: readonly EventWarning[] }
  | {
      readonly status: 'retry'
      readonly error: KlaviyoError
      readonly scope: RetryScope
      /** The operation that failed. */
      readonly operation: string
      /** At least this long, in milliseconds, when Klaviyo said so. */
      readonly retryAfterMs?: number
      /** How many of the plan's requests were answered with success: a next try goes on behind them. */
      readonly answeredCount: number
      readonly warnings: readonly EventWarning[]
    }
  | {
      readonly status: 'rejected'
      readonly error: KlaviyoError
      readonly operation: string
      readonly warnings: readonly EventWarning[]
    }
