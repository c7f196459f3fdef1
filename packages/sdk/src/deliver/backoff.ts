import { RETRY_RULES } from './retry-policy.ts'
import type { PlanOutcome } from './outcome.ts'

/** Longest wait of ours between two attempts, in milliseconds; one that Klaviyo names may be longer. */
const MAX_BACKOFF_MS = 30_000

/**
 * How long to wait before the next attempt, in milliseconds: as long as Klaviyo says; else the wait of the policy, doubled
 * with each failure, and up to a fifth less by chance, so that what failed together does not come back together.
 * @param random from 0 to 1
 */
export function backoffMs(
  outcome: Extract<PlanOutcome, { status: 'retry' }>,
  failureCount: number,
  random: number,
): number {
  if (outcome.retryAfterMs !== undefined) return outcome.retryAfterMs
  const fullMs = Math.min(MAX_BACKOFF_MS, RETRY_RULES[outcome.error.code].waitMs * 2 ** Math.max(0, failureCount - 1))
  return Math.round(fullMs * (1 - random / 5))
}
