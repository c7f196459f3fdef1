import { expect, it } from 'vitest'
import { createDispatchKit } from '../dispatch/testing/dispatch-kit.ts'
import { REPLY } from '../dispatch/testing/replies.ts'
import { track } from '../dispatch/testing/track.ts'
import { toAccountHealth } from './account-health.ts'

it('tells of a refused key what is missing and when it is tried again, and nothing of a person', async () => {
  const kit = await createDispatchKit({ answer: () => REPLY.missingScope() })
  const dispatcher = kit.start()
  await kit.accept(track('m1', 'user-1', 'alex@example.com'), track('m2'))
  await kit.until(() => dispatcher.state().pause !== undefined)
  const health = toAccountHealth(dispatcher.state())
  const refusedAtMs = kit.calls[0]?.atMs ?? 0
  expect(health).toMatchObject({
    account: 'shop',
    isHolder: true,
    backlogCount: 2,
    takenUpCount: 2,
    isFull: false,
    inFlightCount: 0,
    pause: {
      since: new Date(refusedAtMs).toISOString(),
      nextTryAt: new Date(refusedAtMs + 30_000).toISOString(),
      operation: 'bulk_create_events',
      status: 403,
      missingScopes: ['events:write'],
    },
  })
  const rate = dispatcher.state().rates.find(({ operation }) => operation === 'bulk_create_events')
  expect(rate?.windows.map(({ window }) => window)).toEqual(['burst', 'steady'])
  expect(health).toHaveProperty('rates.length', dispatcher.state().rates.length)
  const json = JSON.stringify(health)
  expect(json).not.toMatch(/user-1|alex|In Klaviyo words|pk_test/)
  expect(JSON.parse(json)).not.toHaveProperty('heldBy.until', null)
})

it('tells of a paused operation and of the limit that holds events back', async () => {
  const kit = await createDispatchKit({ answer: () => REPLY.rateLimited() })
  const dispatcher = kit.start()
  await kit.accept(track('m1'), track('m2'))
  await kit.until(() => kit.calls.length === 1)
  await kit.until(async () => (await kit.status('m1'))?.status === 'RETRYING')
  const until = new Date((kit.calls[0]?.atMs ?? 0) + 7_000).toISOString()
  const operation = 'bulk_create_events'
  expect(toAccountHealth(dispatcher.state())).toMatchObject({
    pause: undefined,
    pausedOperations: [{ operation, reason: 'retry-after', until }],
  })
})
