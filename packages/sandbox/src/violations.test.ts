import type { JsonObject } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { consent, eventBody, profileBody, subscribeBody, unsubscribeBody } from './testing/bodies.ts'
import { type Client, createClient, dataOf } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const SUBSCRIBE = '/api/profile-subscription-bulk-create-jobs'
const UNSUBSCRIBE = '/api/profile-subscription-bulk-delete-jobs'
const ANA = { email: 'ana@example.com', phone_number: '+15005550006' }

const start = (options = {}) => createClient('2024-06-15', { clock: stillClock(), ...options })
const advance = (client: Client, advanceMs: number) => client.post('/sandbox/clock', { advanceMs })
const violations = async (client: Client) => {
  const reply = await client.get('/sandbox/violations')
  return { data: dataOf(reply), counts: reply.body['counts'] }
}
const subscribe = (client: Client, profile: JsonObject, list = 'L') => {
  const channels = ['email', ...(profile['phone_number'] === undefined ? [] : ['sms'])]
  const subscriptions = consent(channels, 'SUBSCRIBED')
  return client.post(SUBSCRIBE, subscribeBody([{ ...profile, subscriptions }], list))
}
const unsubscribe = (client: Client, profile: { email?: string; phone_number?: string }, list = 'L') =>
  client.post(UNSUBSCRIBE, unsubscribeBody('2024-06-15', profile, list))

it('is nothing for a client that keeps the rules', async () => {
  const client = start({ rateLimits: true })
  await client.post('/api/events', eventBody({ unique_id: '1' }, { email: ANA.email }))
  await subscribe(client, ANA)
  await subscribe(client, ANA)
  await advance(client, 10_000)
  await unsubscribe(client, ANA)
  expect(await violations(client)).toEqual({ data: [], counts: { window: 0, consent: 0, refused: 0 } })
})

describe('opposite consent changes of one profile', () => {
  it.each<[name: string, first: JsonObject, second: { email?: string; phone_number?: string }]>([
    ['by the same email', { email: ANA.email }, { email: 'ANA@example.com' }],
    ['by email, then by the phone number', ANA, { phone_number: ANA.phone_number }],
  ])('are too close within ten seconds: %s', async (_, first, second) => {
    const client = start()
    await subscribe(client, first)
    await advance(client, 9_999)
    await unsubscribe(client, second)
    const found = await violations(client)
    expect(found.counts).toEqual({ window: 0, consent: 1, refused: 0 })
    expect(found.data).toMatchObject([
      { kind: 'consent', operation: 'unsubscribe_profiles', overlapping: false, gapMs: 9999, profile: second },
    ])
  })

  it('are found through the profile that has both identifiers', async () => {
    const client = start()
    await client.post('/api/profile-import', profileBody(ANA))
    await subscribe(client, { email: ANA.email })
    await unsubscribe(client, { phone_number: ANA.phone_number })
    expect((await violations(client)).counts).toMatchObject({ consent: 1 })
  })

  it('are none when they are about two people, or in the same direction', async () => {
    const client = start()
    await subscribe(client, { email: 'ana@example.com' })
    await unsubscribe(client, { email: 'ben@example.com' })
    await subscribe(client, { email: 'ana@example.com' }, 'M')
    expect((await violations(client)).counts).toMatchObject({ consent: 0 })
  })

  it('are none when the first did nothing, and one when something before it did', async () => {
    const client = start()
    await client.post('/sandbox/faults', { kind: 'status', status: 500, operations: ['subscribe_profiles'], count: 1 })
    await subscribe(client, { email: ANA.email })
    await unsubscribe(client, { email: ANA.email })
    expect((await violations(client)).counts).toMatchObject({ consent: 0 })
    await client.post('/sandbox/faults', {
      kind: 'status',
      status: 500,
      operations: ['unsubscribe_profiles'],
      count: 1,
    })
    await unsubscribe(client, { email: ANA.email })
    await subscribe(client, { email: ANA.email })
    expect((await violations(client)).counts).toMatchObject({ consent: 1 })
  })

  it('overlap while the first is not answered, and count from its answer', async () => {
    const client = start({ consentGapMs: 1000 })
    await client.post('/sandbox/faults', { kind: 'latency', ms: 5000, operations: ['subscribe_profiles'], count: 1 })
    const first = subscribe(client, { email: ANA.email })
    // The request arrives in a later turn.
    await expect.poll(() => client.rows('/sandbox/requests')).toHaveLength(1)
    await advance(client, 4999)
    await unsubscribe(client, { email: ANA.email })
    expect((await violations(client)).data).toMatchObject([{ overlapping: true, gapMs: null }])
    await advance(client, 1)
    expect((await first).status).toBe(202)
    await advance(client, 500)
    await unsubscribe(client, { email: ANA.email })
    expect((await violations(client)).data).toMatchObject([{}, { overlapping: false, gapMs: 500 }])
  })
})

it('tells of each full window once, with how many calls were refused', async () => {
  const client = start({ rateLimits: true })
  for (let call = 0; call < 80; call += 1) await client.get('/api/profiles')
  await advance(client, 1000)
  for (let call = 0; call < 76; call += 1) await client.get('/api/profiles')
  const found = await violations(client)
  expect(found.data).toMatchObject([
    { kind: 'window', operation: 'get_profiles', window: 'burst', limit: 75, count: 5 },
    { kind: 'window', operation: 'get_profiles', window: 'burst', limit: 75, count: 1 },
  ])
  expect(found.counts).toEqual({ window: 6, consent: 0, refused: 0 })
})

it('tells of requests that do not fit, not of those that a fault refused', async () => {
  const client = start()
  await client.post('/sandbox/faults', [
    { kind: 'refuse', match: 'poison' },
    { kind: 'throttle', retryAfterSeconds: 1, operations: ['get_lists'] },
  ])
  await client.post('/api/events', eventBody({}, { email: 'poison@example.com' }))
  await client.get('/api/lists')
  expect((await violations(client)).counts).toEqual({ window: 0, consent: 0, refused: 0 })
  await client.post('/api/events', eventBody({}, { email: 'no email' }))
  await client.send('POST', '/api/events', '{}', { 'content-type': 'text/plain' })
  await client.send('POST', '/api/events', 'x'.repeat(6_000_001))
  const found = await violations(client)
  expect(found.data.map(({ status }) => status)).toEqual([400, 415, 413])
  expect(found.data[0]).toMatchObject({
    kind: 'refused',
    operation: 'create_event',
    errors: [{ pointer: '/data/attributes/profile/data/attributes/email' }],
  })
})

it('keeps the newest thousand, counts all, and is gone after DELETE /sandbox', async () => {
  const client = start()
  for (let call = 0; call < 1010; call += 1) await client.post('/api/events', { number: call })
  const found = await violations(client)
  expect(found.data).toHaveLength(1000)
  expect(found.counts).toMatchObject({ refused: 1010 })
  await client.send('DELETE', '/sandbox')
  expect(await violations(client)).toEqual({ data: [], counts: { window: 0, consent: 0, refused: 0 } })
})
