import { describe, expect, it } from 'vitest'
import { bulkEventsBody, bulkImportBody, eventBody } from '../testing/bodies.ts'
import { createClient, dataOf, textOf } from '../testing/client.ts'
import { stillClock } from '../testing/still-clock.ts'
import type { FaultRule } from './fault-rule.ts'

const FAILS = { kind: 'status', status: 500 } as const
const start = (...faults: FaultRule[]) => createClient('2024-06-15', { clock: stillClock(), faults })
const event = (unique_id: string, email = 'ana@example.com') => eventBody({ unique_id }, { email })

describe('which requests a rule is about', () => {
  it.each<[name: string, rule: FaultRule, statuses: readonly number[]]>([
    ['all of them', FAILS, [500, 500, 500, 500, 500, 500]],
    ['so many', { ...FAILS, count: 2 }, [500, 500, 202, 202, 202, 202]],
    ['after some', { ...FAILS, skip: 2, count: 1 }, [202, 202, 500, 202, 202, 202]],
    ['each second', { ...FAILS, every: 2 }, [202, 500, 202, 500, 202, 500]],
    ['each second after one, twice', { ...FAILS, skip: 1, every: 2, count: 2 }, [202, 202, 500, 202, 500, 202]],
    ['those of an operation', { ...FAILS, operations: ['create_event'] }, [500, 500, 500, 500, 500, 500]],
    ['those of another operation', { ...FAILS, operations: ['get_lists'] }, [202, 202, 202, 202, 202, 202]],
    ['those of any operation', { ...FAILS, operations: ['*'], count: 1 }, [500, 202, 202, 202, 202, 202]],
    ['those with a text', { ...FAILS, match: '"unique_id":"3"' }, [202, 202, 202, 500, 202, 202]],
  ])('%s', async (_, rule, statuses) => {
    const client = start(rule)
    const seen = []
    for (let call = 0; call < 6; call += 1) seen.push((await client.post('/api/events', event(String(call)))).status)
    expect(seen).toEqual(statuses)
    const appliedCount = statuses.filter((status) => status === 500).length
    expect(dataOf(await client.get('/sandbox/faults'))).toEqual([{ ...rule, appliedCount }])
    expect(await client.rows('/sandbox/events')).toHaveLength(6 - appliedCount)
  })

  it('those within some seconds of the first', async () => {
    const client = start({ ...FAILS, seconds: 10 })
    const seen = []
    for (const advanceMs of [60_000, 9_999, 1]) {
      await client.post('/sandbox/clock', { advanceMs })
      seen.push((await client.post('/api/events', event('1'))).status)
    }
    expect(seen).toEqual([500, 500, 202])
  })

  it('the first rule that fits counts, and lateness adds to it', async () => {
    const client = start(
      { kind: 'latency', ms: 100 },
      { kind: 'latency', ms: 50 },
      { ...FAILS, count: 1 },
      { kind: 'throttle', retryAfterSeconds: 7 },
    )
    const replies: number[] = []
    for (const expected of [500, 429]) {
      const reply = client.post('/api/events', event('1')).then(({ status }) => replies.push(status))
      await expect.poll(() => client.rows('/sandbox/requests')).toHaveLength(expected === 500 ? 1 : 2)
      const before = [...replies]
      await client.post('/sandbox/clock', { advanceMs: 149 })
      expect(replies).toEqual(before)
      await client.post('/sandbox/clock', { advanceMs: 1 })
      await reply
    }
    expect(replies).toEqual([500, 429])
  })
})

it('points to each member that is poisoned, in any body', async () => {
  const client = start({ kind: 'refuse', match: 'mallory@example.com' })
  const profiles = Array.from({ length: 20 }, (_, index) => ({
    email: `${index === 17 ? 'mallory' : index}@example.com`,
  }))
  expect((await client.post('/api/profile-bulk-import-jobs', bulkImportBody(profiles))).sources).toEqual([
    '/data/attributes/profiles/data/17/attributes/email',
  ])
  const entries = [0, 1, 2, 3].map((index) => ({
    profile: { email: `${index}@example.com` },
    events: [{ unique_id: `${index}`, properties: { to: index === 3 ? ['a', 'for mallory@example.com'] : [] } }],
  }))
  expect((await client.post('/api/event-bulk-create-jobs', bulkEventsBody(entries))).sources).toEqual([
    '/data/attributes/events-bulk-create/data/3/attributes/events/data/0/attributes/properties/to/1',
  ])
  expect((await client.post('/api/events', event('1', 'mallory@example.com'))).sources).toEqual([
    '/data/attributes/profile/data/attributes/email',
  ])
  expect((await client.post('/api/events', event('1', 'ana@example.com'))).status).toBe(202)
})

it('sends a slow body part by part, and the half of one that stops', async () => {
  for (const stops of [false, true]) {
    const client = start({ kind: 'slowBody', ms: 1000, stops })
    const request = new Request('http://klaviyo.test/api/lists', {
      headers: { revision: '2024-06-15', authorization: 'Klaviyo-API-Key x' },
    })
    const response = await client.sandbox.fetch(request)
    let text = ''
    let isWhole = false
    const decoder = new TextDecoder()
    const collect = new WritableStream<Uint8Array>({
      write: (part) => {
        text += decoder.decode(part, { stream: true })
      },
      close: () => {
        isWhole = true
      },
    })
    void response.body?.pipeTo(collect)
    await client.post('/sandbox/clock', { advanceMs: 500 })
    await expect.poll(() => text.length).toBeGreaterThan(10)
    const half = text
    await client.post('/sandbox/clock', { advanceMs: 500 })
    await expect.poll(() => stops || isWhole).toBe(true)
    expect([isWhole, text === half, isJson(text)]).toEqual([!stops, stops, !stops])
  }
})

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

describe('/sandbox/faults', () => {
  it('adds rules behind the others, tells how often each was applied, and drops them', async () => {
    const client = start({ ...FAILS, count: 1 })
    expect((await client.post('/sandbox/faults', { kind: 'throttle', retryAfterSeconds: 3 })).status).toBe(201)
    const seen = [await client.post('/api/events', event('1')), await client.post('/api/events', event('1'))]
    expect(seen.map(({ status }) => status)).toEqual([500, 429])
    expect(dataOf(await client.get('/sandbox/faults'))).toEqual([
      { ...FAILS, count: 1, appliedCount: 1 },
      { kind: 'throttle', retryAfterSeconds: 3, appliedCount: 1 },
    ])
    await client.send('DELETE', '/sandbox')
    expect(dataOf(await client.get('/sandbox/faults'))).toHaveLength(2)
    expect((await client.send('DELETE', '/sandbox/faults')).status).toBe(204)
    expect((await client.post('/api/events', event('1'))).status).toBe(202)
  })

  it.each([
    ['no JSON', ['[0]: ']],
    [
      [FAILS, { kind: 'sttus' }],
      ['[1].kind: ', "'status'"],
    ],
    [{ kind: 'status', status: 418, cnt: 2 }, ['[0].status: ', '"cnt"']],
    [{ ...FAILS, operations: ['create_event', 'creat_event'] }, ['[0].operations[1]: is no operation']],
    [{ ...FAILS, count: 0, every: 1.5 }, ['[0].count: ', '[0].every: ']],
    [{ kind: 'refuse' }, ['[0].match: ']],
  ])('names each mistake of %j, and adds nothing', async (body, words) => {
    const client = start()
    const reply = await client.post('/sandbox/faults', body)
    expect(reply.status).toBe(400)
    const text = textOf(reply.body['error'])
    expect(words.filter((word) => !text.includes(word))).toEqual([])
    expect(dataOf(await client.get('/sandbox/faults'))).toEqual([])
  })
})
