import { expect, it } from 'vitest'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { ErrorCode } from '../errors/error-codes.ts'
import { backoffMs } from './backoff.ts'

const failed = (code: ErrorCode, retryAfterMs?: number) =>
  ({
    status: 'retry',
    error: new KlaviyoError(code, 'x'),
    scope: 'operation',
    operation: 'create_event',
    answeredCount: 0,
    warnings: [],
    ...(retryAfterMs === undefined ? undefined : { retryAfterMs }),
  }) as const

it.each([
  {
    rule: 'the first wait is that of the policy',
    outcome: failed('UNAVAILABLE'),
    failureCount: 1,
    random: 0,
    waitMs: 5_000,
  },
  { rule: 'each failure doubles it', outcome: failed('UNAVAILABLE'), failureCount: 2, random: 0, waitMs: 10_000 },
  { rule: 'up to half a minute', outcome: failed('UNAVAILABLE'), failureCount: 9, random: 0, waitMs: 30_000 },
  { rule: 'a fifth less by chance', outcome: failed('UNAVAILABLE'), failureCount: 1, random: 1, waitMs: 4_000 },
  {
    rule: 'what counts as no failure waits as at first',
    outcome: failed('RATE_LIMITED'),
    failureCount: 0,
    random: 0,
    waitMs: 1_000,
  },
  {
    rule: 'Klaviyo’s own word counts, without chance',
    outcome: failed('RATE_LIMITED', 45_000),
    failureCount: 3,
    random: 1,
    waitMs: 45_000,
  },
])('$rule', ({ outcome, failureCount, random, waitMs }) => {
  expect(backoffMs(outcome, failureCount, random)).toBe(waitMs)
})
