import { describe, expect, it } from 'vitest'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { PlanOutcome } from './outcome.ts'
import { settle } from './settlement.ts'

const warning = (path: string) => ({ path, code: 'NOT_USABLE', message: 'Left out.' }) as const
const event = { index: 3, messageId: 'm-1', plan: { requests: [{}], warnings: [warning('planned')] } }
const error = new KlaviyoError('UNAVAILABLE', 'create_event: Klaviyo is not available.')
const retry = {
  status: 'retry',
  error,
  scope: 'operation',
  operation: 'create_event',
  answeredCount: 0,
  warnings: [],
} as const

describe('settle', () => {
  it('joins the warnings of plan and delivery', () => {
    const outcome: PlanOutcome = { status: 'delivered', warnings: [warning('delivered')] }
    expect(settle(event, outcome)).toEqual({
      index: 3,
      messageId: 'm-1',
      status: 'delivered',
      warnings: [warning('planned'), warning('delivered')],
    })
  })

  it('says of a plan without requests that it was filtered', () => {
    const filtered = { ...event, plan: { requests: [], warnings: [warning('integrations')] } }
    expect(settle(filtered, { status: 'delivered', warnings: [] }).status).toBe('filtered')
  })

  it("keeps Klaviyo's wait, else gives one of its own", () => {
    expect(settle(event, { ...retry, retryAfterMs: 4_000 })).toMatchObject({
      status: 'retry',
      retryAfterMs: 4_000,
      error,
    })
    const own = settle(event, retry)
    expect(own.status === 'retry' && own.retryAfterMs > 0).toBe(true)
  })

  it('carries the error of a rejection', () => {
    expect(settle(event, { status: 'rejected', error, operation: 'create_event', warnings: [] })).toMatchObject({
      status: 'rejected',
      error,
    })
  })

  it('cannot be changed', () => {
    const settled = settle(event, retry)
    expect([Object.isFrozen(settled), Object.isFrozen(settled.warnings)]).toEqual([true, true])
  })
})
