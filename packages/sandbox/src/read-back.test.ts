import { describe, expect, it } from 'vitest'
import { eventBody } from './testing/bodies.ts'
import { createClient } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const event = (unique_id: string) => eventBody({ unique_id }, { email: `${unique_id}@example.com` })

describe('what can be read back', () => {
  it('is everything, or the newest with the newest last', async () => {
    const client = createClient('2024-06-15')
    for (const id of ['a', 'b', 'c']) await client.post('/api/events', event(id))
    const ids = async (path: string) => (await client.rows(path)).map(({ unique_id }) => unique_id)
    expect(await ids('/sandbox/events')).toEqual(['a', 'b', 'c'])
    expect(await ids('/sandbox/events?limit=2')).toEqual(['b', 'c'])
    expect(await ids('/sandbox/events?limit=0')).toEqual([])
    expect(await ids('/sandbox/events?limit=9')).toEqual(['a', 'b', 'c'])
    expect((await client.get('/sandbox/events?limit=-1')).status).toBe(400)
  })

  it('logs each request to the API, refused ones too, and no key', async () => {
    const client = createClient('2024-06-15', { clock: stillClock(Date.UTC(2026, 6, 15)) })
    await client.post('/api/events', event('a'))
    await client.send('POST', '/api/events', '{')
    await client.get('/api/nothing?x=1')
    await client.get('/sandbox/profiles')
    const requests = await client.rows('/sandbox/requests')
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/api/events',
        operation: 'create_event',
        revision: '2024-06-15',
        status: 202,
        body: event('a'),
        time: '2026-07-15T00:00:00.000Z',
      },
      {
        method: 'POST',
        path: '/api/events',
        operation: 'create_event',
        revision: '2024-06-15',
        status: 400,
        body: '{',
        time: '2026-07-15T00:00:00.000Z',
      },
      {
        method: 'GET',
        path: '/api/nothing?x=1',
        operation: null,
        revision: '2024-06-15',
        status: 404,
        body: null,
        time: '2026-07-15T00:00:00.000Z',
      },
    ])
  })

  it('forgets the oldest requests beyond the limit', async () => {
    const client = createClient('2024-06-15', { maxRequests: 20 })
    for (let index = 0; index < 50; index += 1) await client.get(`/api/events?page[size]=${index + 1}`)
    const requests = await client.rows('/sandbox/requests')
    expect(requests).toHaveLength(20)
    expect(requests.at(-1)?.['path']).toBe('/api/events?page[size]=50')
  })

  it('is gone after DELETE /sandbox', async () => {
    const client = createClient('2024-06-15')
    await client.post('/api/events', event('a'))
    const reply = await client.send('DELETE', '/sandbox')
    expect([reply.status, reply.body]).toEqual([204, {}])
    for (const name of ['profiles', 'events', 'requests']) expect(await client.rows(`/sandbox/${name}`)).toEqual([])
  })

  it('has an index, and an empty list for an id never seen', async () => {
    const client = createClient('2024-06-15')
    expect((await client.get('/sandbox')).body).toHaveProperty('addresses')
    expect((await client.get('/')).body).toHaveProperty('addresses')
    expect(await client.rows('/sandbox/lists/none')).toEqual([])
    expect((await client.get('/sandbox/nothing')).status).toBe(404)
  })
})
