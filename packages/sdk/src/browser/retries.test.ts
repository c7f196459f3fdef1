import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGatewayClient } from './create-gateway-client.ts'
import type { GatewayClient } from './gateway-client.ts'
import type { EventOutcome } from './event-outcome.ts'
import {
  accept,
  accepted,
  createScriptedGateway,
  disconnect,
  fail,
  idsOf,
  type ScriptedGateway,
} from './testing/scripted-gateway.ts'

let gateway: ScriptedGateway
let client: GatewayClient
let settled: unknown[]
beforeEach(() => {
  vi.useFakeTimers()
  gateway = createScriptedGateway()
  settled = []
  client = createGatewayClient({
    url: 'https://gateway.example',
    writeKey: 'wk-secret',
    fetch: gateway.fetch,
    onSettled: (outcome) => settled.push(outcome),
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const track = (messageId: string): Promise<EventOutcome> => client.track({ messageId, event: 'E', userId: 'u' })
/** A rejection is a result here, and is looked at later than it happens. */
const tried = (messageId: string): Promise<unknown> => track(messageId).catch((error: unknown) => error)
const rejected: unknown = expect.objectContaining({ name: 'GatewayError', code: 'REFUSED' })
const nullBatch = (code: string, retryAfterSeconds?: number) =>
  fail(200, {}, { data: { batch: null }, errors: [{ message: code, extensions: { code, retryAfterSeconds } }] })

describe('the same events are sent again, with the same ids,', () => {
  it.each([
    ['without a connection', disconnect],
    ['on 500', fail(500)],
    ['on 502 with a page of a proxy', () => new Response('<html>', { status: 502 })],
    ['on 429', fail(429)],
    ['on a page of somebody else', () => new Response('<html>')],
    ["on somebody else's JSON", fail(200, {}, null)],
    ['when the outbox is unavailable', nullBatch('OUTBOX_UNAVAILABLE')],
    ['when the gateway failed inside', nullBatch('INTERNAL')],
  ])('%s', async (_, answer) => {
    gateway.next(answer)
    const outcome = track('a')
    await after(250)
    expect(gateway.seen).toHaveLength(1)
    await after(249)
    expect(gateway.seen, 'the first wait is 250 ms at least').toHaveLength(1)
    await after(251)
    expect(gateway.seen[1]?.events).toEqual(gateway.seen[0]?.events)
    expect(await outcome).toEqual({ status: 'accepted', messageId: 'a', ...accepted })
    await after(60_000)
    expect(gateway.seen).toHaveLength(2)
  })

  it('after waits that grow to 30 s and stay there', async () => {
    gateway.always(disconnect)
    void track('a')
    await after(250)
    const times: number[] = []
    for (let seen = 1; times.length < 12; seen = gateway.seen.length) {
      const from = Date.now()
      while (gateway.seen.length === seen) await after(50)
      times.push(Date.now() - from)
    }
    times.forEach((waitMs, index) => {
      const mostMs = Math.min(500 * 2 ** index, 30_000)
      expect(waitMs).toBeGreaterThanOrEqual(mostMs / 2)
      expect(waitMs).toBeLessThanOrEqual(mostMs + 50)
    })
  })

  it.each([
    ['Retry-After in seconds', () => fail(429, { 'retry-after': '7' })],
    ['Retry-After as a date', () => fail(503, { 'retry-after': new Date(Date.now() + 7_000).toUTCString() })],
    ['retryAfterSeconds of the error', () => nullBatch('OUTBOX_UNAVAILABLE', 7)],
  ])('after the pause that %s asks for, also when flushed', async (_, answer) => {
    vi.setSystemTime('2024-06-15T12:00:00.751Z')
    void track('a')
    await after(249)
    gateway.next(answer())
    await after(1)
    await after(6_500)
    await client.flush()
    expect(gateway.seen).toHaveLength(1)
    await after(1_000)
    expect(gateway.seen.map(idsOf)).toEqual([['a'], ['a']])
  })

  it('and the next events behind them', async () => {
    gateway.next(disconnect)
    void track('a')
    await after(250)
    void track('b')
    await after(1_000)
    expect(gateway.seen.map(idsOf)).toEqual([['a'], ['a', 'b']])
  })

  it('but only those without a result', async () => {
    const errors = [{ message: 'full', extensions: { code: 'OUTBOX_UNAVAILABLE', retryAfterSeconds: 1 } }]
    gateway.next(fail(200, {}, { data: { batch: [accepted, null, accepted] }, errors }))
    const outcomes = ['a', 'b', 'c'].map(track)
    await after(250)
    await Promise.all([outcomes[0], outcomes[2]])
    await after(1_000)
    expect(gateway.seen.map(idsOf)).toEqual([['a', 'b', 'c'], ['b']])
    expect(await outcomes[1]).toMatchObject({ status: 'accepted', messageId: 'b' })
  })
})

describe('an event is not sent again', () => {
  it.each([401, 403, 404, 405, 409, 415])('on %i', async (status) => {
    gateway.next(fail(status, {}, { errors: [{ message: 'wk-secret alex@example.com' }] }))
    const outcomes = [tried('a'), tried('b')]
    await after(250)
    const errors = await Promise.all(outcomes)
    expect(errors).toEqual([rejected, rejected])
    expect(errors).toMatchObject([
      { messageId: 'a', httpStatus: status },
      { messageId: 'b', httpStatus: status },
    ])
    expect(String(errors[0])).toContain(`track event "a" was refused by the gateway (HTTP ${status}).`)
    expect(String(errors[0])).not.toMatch(/secret|alex/)
    expect(settled).toEqual(errors)
    await after(60_000)
    expect(gateway.seen).toHaveLength(1)
  })

  it.each([400, 413, 200])('on %i, when it alone brings that about; the others are accepted', async (status) => {
    const ids = Array.from({ length: 20 }, (_, index) => `m-${index}`)
    const bad = new Set(['m-0', 'm-7', 'm-19'])
    gateway.always((request) => {
      const index = idsOf(request).findIndex((id) => bad.has(String(id)))
      if (index < 0) return accept(request)
      const message = `Variable "$events" got invalid value "alex@example.com" at "events[${index}].track.traits.phone"; String cannot …`
      return Response.json({ errors: [{ message }] }, { status })
    })
    const outcomes = ids.map(tried)
    await after(0)
    const results = await Promise.all(outcomes)
    expect(results).toEqual(
      ids.map((messageId) => (bad.has(messageId) ? rejected : { status: 'accepted', messageId, ...accepted })),
    )
    expect(String(results[7])).toMatch(status === 413 ? /size/ : /at input\.traits\.phone\.$/)
    expect(gateway.seen.length).toBeLessThan(40)
  })

  it('after ten failures of the gateway on it alone, which hold up nobody else for good', async () => {
    gateway.always((request) => (idsOf(request).includes('b') ? fail(500)(request) : accept(request)))
    const outcomes = ['a', 'b', 'c'].map(tried)
    await after(10 * 60_000)
    expect(await Promise.all(outcomes)).toMatchObject([
      { status: 'accepted' },
      { name: 'GatewayError', code: 'FAILED', messageId: 'b', httpStatus: 500 },
      { status: 'accepted' },
    ])
    expect(gateway.seen.filter((request) => idsOf(request).join() === 'b')).toHaveLength(10)
  })
})

it('a listener that throws does not stop the queue', async () => {
  const thrown: unknown[] = []
  vi.stubGlobal('queueMicrotask', (act: () => void) => {
    void Promise.resolve()
      .then(act)
      .catch((error: unknown) => thrown.push(error))
  })
  client = createGatewayClient({
    url: '',
    writeKey: 'wk',
    fetch: gateway.fetch,
    onSettled() {
      throw new Error('mine')
    },
  })
  const outcomes = Array.from({ length: 21 }, (_, index) => track(`m-${index}`))
  await after(1_000)
  vi.unstubAllGlobals()
  expect(thrown).toHaveLength(21)
  expect(await Promise.all(outcomes)).toHaveLength(21)
})
