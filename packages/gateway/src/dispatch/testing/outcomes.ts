import { KlaviyoApiError, KlaviyoError, KlaviyoNetworkError } from '@rudder-klaviyo/sdk'
import type { PlanOutcome } from '@rudder-klaviyo/sdk/stages'

const operation = 'create_event'
const none = { operation, warnings: [] } as const
const retry = { ...none, status: 'retry', answeredCount: 0 } as const

const apiError = (
  code: 'RATE_LIMITED' | 'UNAVAILABLE' | 'NOT_AUTHORIZED' | 'REJECTED',
  status: number,
): KlaviyoApiError =>
  new KlaviyoApiError(code, `Klaviyo answered ${status}.`, {
    status,
    operation,
    errors: [{ id: 'e1', code: 'invalid', title: 'Invalid', detail: 'In Klaviyo words.', pointer: '/data' }],
  })

/** What a delivery may end as. */
export const OUTCOME = {
  delivered: { status: 'delivered', warnings: [] },
  serverError: { ...retry, scope: 'operation', error: apiError('UNAVAILABLE', 500) },
  network: { ...retry, scope: 'event', error: new KlaviyoNetworkError('The connection broke.', undefined) },
  notFound: { ...retry, scope: 'event', error: new KlaviyoError('PROFILE_NOT_FOUND', 'No profile.') },
  rateLimited: { ...retry, scope: 'operation', error: apiError('RATE_LIMITED', 429), retryAfterMs: 7_000 },
  refusedKey: { ...retry, scope: 'account', error: apiError('NOT_AUTHORIZED', 401) },
  rejected: { ...none, status: 'rejected', error: apiError('REJECTED', 400) },
} as const satisfies Record<string, PlanOutcome>
