import { describe, expect, it } from 'vitest'
import { bulkEventsBody, eventBody } from './testing/bodies.ts'
import { type Client, createClient, dataOf, textOf } from './testing/client.ts'

const ANA = { email: 'ana@example.com' }
const events = (client: Client) => client.rows('/sandbox/events')

describe.each(['2024-06-15', '2026-07-15'] as const)('events of %s', (revision) => {
  it('answers 202 without a body and keeps the event whole', async () => {
    const client = createClient(revision)
    const attributes = {
      properties: { order: 'A-1', items: [{ sku: 'x' }] },
      time: '2026-01-02T03:04:05Z',
      value: 30.5,
      value_currency: 'USD',
      unique_id: 'm1',
    }
    const reply = await client.post(
      '/api/events',
      eventBody(attributes, { ...ANA, external_id: 'u1', first_name: 'Ana' }),
    )
    expect([reply.status, reply.body]).toEqual([202, {}])
    const { time, ...kept } = attributes
    expect(await events(client)).toMatchObject([
      { ...kept, metric: 'Order Completed', time: '2026-01-02T03:04:05.000Z', profile: { ...ANA, external_id: 'u1' } },
    ])
    expect(time).toBe('2026-01-02T03:04:05Z')
    expect(await client.rows('/sandbox/profiles')).toMatchObject([{ ...ANA, first_name: 'Ana' }])
  })

  it.each([
    ['the same unique_id', { unique_id: 'm1' }, { unique_id: 'm1', properties: { other: 1 } }, 1],
    ['another unique_id in the same second', { unique_id: 'm1' }, { unique_id: 'm2' }, 2],
    ['no unique_id, the same second', { time: '2026-01-01T00:00:00.1Z' }, { time: '2026-01-01T00:00:00.9Z' }, 1],
    ['no unique_id, the next second', { time: '2026-01-01T00:00:00Z' }, { time: '2026-01-01T00:00:01Z' }, 2],
  ])('%s', async (_, first, second, count) => {
    const client = createClient(revision)
    await client.post('/api/events', eventBody(first, ANA))
    await client.post('/api/events', eventBody(second, ANA))
    expect(await events(client)).toHaveLength(count)
  })

  it('counts a unique_id per profile and metric', async () => {
    const client = createClient(revision)
    await client.post('/api/events', eventBody({ unique_id: 'm1' }, ANA))
    await client.post('/api/events', eventBody({ unique_id: 'm1' }, { email: 'ben@example.com' }))
    await client.post('/api/events', eventBody({ unique_id: 'm1' }, ANA, 'Order Cancelled'))
    expect(await events(client)).toHaveLength(3)
    expect(dataOf(await client.get('/api/metrics'))).toHaveLength(2)
  })

  it('leaves out a bad phone number and says so in a header', async () => {
    const client = createClient(revision)
    const bad = await client.post('/api/events', eventBody({ unique_id: '1' }, { ...ANA, phone_number: '12 34' }))
    const good = await client.post(
      '/api/events',
      eventBody({ unique_id: '2' }, { ...ANA, phone_number: '+15005550006' }),
    )
    expect([bad.status, bad.headers.get('x-klaviyo-partial-failure')]).toEqual([202, 'phone_number'])
    expect([good.status, good.headers.get('x-klaviyo-partial-failure')]).toEqual([202, null])
    expect(await client.rows('/sandbox/profiles')).toMatchObject([{ phone_number: '+15005550006' }])
  })

  it('takes events in bulk, and all or none', async () => {
    const client = createClient(revision)
    const entries = [
      { profile: ANA, events: [{ unique_id: '1' }, { unique_id: '2' }] },
      { profile: { email: 'ben@example.com' }, events: [{ unique_id: '3' }] },
    ]
    const reply = await client.post('/api/event-bulk-create-jobs', bulkEventsBody(entries))
    expect([reply.status, reply.body]).toEqual([202, {}])
    const bad = [...entries, { profile: { email: 'x' }, events: [{ unique_id: '4' }] }]
    expect((await client.post('/api/event-bulk-create-jobs', bulkEventsBody(bad))).status).toBe(400)
    expect((await events(client)).map(({ unique_id }) => unique_id)).toEqual(['1', '2', '3'])
  })

  it('can be read with profiles and metrics', async () => {
    const client = createClient(revision)
    await client.post('/api/events', eventBody({ unique_id: '1', value: 5 }, ANA))
    await client.post('/api/events', eventBody({ unique_id: '2' }, ANA))
    const reply = await client.get('/api/events?include=metric,profile&sort=-datetime')
    expect(dataOf(reply)).toHaveLength(2)
    expect(reply.body['included']).toMatchObject([{ type: 'metric' }, { type: 'profile' }])
    const [first] = dataOf(await client.get('/api/events'))
    expect(first).toMatchObject({ attributes: { event_properties: { $event_id: '1', $value: 5 } } })
    expect((await client.get(`/api/events/${textOf(first?.['id'])}`)).status).toBe(200)
  })
})
