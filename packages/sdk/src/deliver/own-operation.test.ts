import { expect, it } from 'vitest'
import { createCall } from '../client/call.ts'
import { accepted, inTurn, recordingFetch, refused } from '../client/testing/recording-fetch.ts'
import type { Plan } from '../plan/planned-request.ts'
import { createDelivery } from './deliver-plan.ts'

const revision = '2024-06-15'

// A plan may hold an operation of the user's own, of which nobody knows whether it may be sent twice.
const plan: Plan = {
  messageId: 'm-1',
  revision,
  requests: [{ operation: 'create_coupon_code', method: 'POST', path: '/api/coupon-codes', body: {} }],
  warnings: [],
}

const broken = () => {
  throw new TypeError('fetch failed')
}

it.each([
  { what: '429', answer: () => refused(429), status: 'retry' },
  { what: '401', answer: () => refused(401), status: 'retry' },
  { what: '503', answer: () => refused(503), status: 'rejected' },
  { what: 'broken connection', answer: broken, status: 'rejected' },
])('after a $what an operation that is not known to be retry-safe ends in: $status', async ({ answer, status }) => {
  const { fetch } = recordingFetch(answer)
  const delivery = createDelivery({ call: createCall({ apiKey: 'pk_1', revision, fetch }), revision })
  expect((await delivery(plan, { signal: new AbortController().signal })).status).toBe(status)
})

it('after a refused request a later success does not count: the next try gets the same verdict first', async () => {
  const [own] = plan.requests
  const unsubscribe = {
    operation: 'unsubscribe_profiles',
    method: 'POST',
    path: '/api/profile-subscription-bulk-delete-jobs',
    body: {},
  } as const
  const requests = [own, unsubscribe, unsubscribe].filter((request) => request !== undefined)
  const { fetch, sent } = recordingFetch(
    inTurn(
      () => refused(400),
      accepted,
      () => refused(503),
    ),
  )
  const delivery = createDelivery({ call: createCall({ apiKey: 'pk_1', revision, fetch }), revision })
  const outcome = await delivery({ ...plan, requests }, { signal: new AbortController().signal })
  expect(outcome).toMatchObject({ status: 'retry', operation: 'unsubscribe_profiles', answeredCount: 0 })
  expect(sent).toHaveLength(3)
})
