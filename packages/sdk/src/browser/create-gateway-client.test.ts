import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGatewayClient } from './create-gateway-client.ts'
import { GatewayError } from './gateway-error.ts'
import type { GatewayClient } from './gateway-client.ts'
import type { GatewayClientOptions } from './gateway-client-options.ts'
import {
  accept,
  accepted,
  createScriptedGateway,
  disconnect,
  fail,
  idsOf,
  inputOf,
  type ScriptedGateway,
} from './testing/scripted-gateway.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let gateway: ScriptedGateway
let client: GatewayClient
const open = (options: Partial<GatewayClientOptions> = {}): GatewayClient =>
  createGatewayClient({ url: 'https://gateway.example/', writeKey: 'wk', fetch: gateway.fetch, ...options })

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2024-06-15T12:00:00Z') })
  gateway = createScriptedGateway()
  client = open()
})
afterEach(() => {
  vi.useRealTimers()
})

const track = (messageId: string, event = 'E') => client.track({ messageId, event, userId: 'u' })
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a call', () => {
  it('is one event of a batch, with a messageId and the time of the call', async () => {
    const outcomes = [
      client.identify({ userId: 'u', traits: { email: 'alex@example.com' } }),
      client.track({ event: 'Order Completed', userId: 'u' }),
      client.group({ groupId: 'XUepkK', subscribe: true, userId: 'u', messageId: '' }),
      client.screen({ name: 'Cart', userId: 'u', messageId: 'mine', timestamp: '2020-01-01T00:00:00Z' }),
    ]
    await after(250)
    const [request] = gateway.seen
    expect(gateway.seen).toHaveLength(1)
    expect(request?.url).toBe('https://gateway.example/graphql')
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      authorization: 'Bearer wk',
      'content-type': 'application/json',
    })
    expect(request?.events.map((event) => Object.keys(event))).toEqual([['identify'], ['track'], ['group'], ['screen']])
    expect(request?.events[0]?.identify).toMatchObject({ userId: 'u', traits: { email: 'alex@example.com' } })
    const [first, second, third, own] = request?.events.map(inputOf) ?? []
    for (const made of [first, second, third]) {
      expect(made?.messageId).toMatch(UUID)
      expect(made?.timestamp).toBe('2024-06-15T12:00:00.000Z')
    }
    expect(own).toMatchObject({ messageId: 'mine', timestamp: '2020-01-01T00:00:00Z' })
    expect(new Set([first, second, third].map((made) => made?.messageId)).size).toBe(3)
    expect(await Promise.all(outcomes)).toEqual(
      [first, second, third, own].map((made) => ({ status: 'accepted', messageId: made?.messageId, ...accepted })),
    )
  })

  it('takes a copy: what is changed later is not sent', async () => {
    const properties = { step: 1 }
    void client.track({ event: 'E', userId: 'u', properties })
    properties.step = 2
    await after(250)
    expect(gateway.seen[0]?.events[0]?.track?.properties).toEqual({ step: 1 })
  })

  it('gives warnings and issues with paths from its argument on', async () => {
    const note = (path: string) => ({ code: 'REQUIRED', path, message: `\`${path}\` is "blank".` })
    gateway.next(() =>
      Response.json({
        data: {
          batch: [
            { duplicate: true, warnings: [note('events[0].track.currency')] },
            { issues: [note('events[1].track.event'), note('events[1].track')] },
          ],
        },
      }),
    )
    const outcomes = [track('a'), track('b', '')]
    await after(250)
    expect(await Promise.all(outcomes)).toEqual([
      { status: 'accepted', messageId: 'a', duplicate: true, warnings: [note('input.currency')] },
      { status: 'invalid', messageId: 'b', issues: [note('input.event'), note('input')] },
    ])
  })

  it('that cannot be written as JSON rejects, and holds up nobody', async () => {
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    await expect(client.track({ event: 'E', userId: 'u', properties: cycle })).rejects.toThrow(TypeError)
    const next = track('b')
    await after(250)
    expect(await next).toMatchObject({ status: 'accepted' })
  })

  it('beyond 500 that wait rejects at once; the others go out', async () => {
    gateway.next(disconnect)
    const waiting = Array.from({ length: 500 }, (_, index) => track(`m-${index}`))
    await expect(track('one more')).rejects.toMatchObject({ code: 'QUEUE_FULL', messageId: 'one more' })
    await after(1_000)
    expect(await Promise.all(waiting)).toHaveLength(500)
    expect(gateway.seen).toHaveLength(26)
    const again = track('again')
    await after(250)
    expect(await again).toMatchObject({ status: 'accepted' })
  })
})

describe('a batch', () => {
  it('waits 250 ms from its first event on, and holds 20 at most', async () => {
    void track('a')
    await after(200)
    void track('b')
    await after(49)
    expect(gateway.seen).toHaveLength(0)
    await after(1)
    expect(gateway.seen.map(idsOf)).toEqual([['a', 'b']])

    const ids = Array.from({ length: 21 }, (_, index) => `m-${index}`)
    const outcomes = ids.map((id) => track(id))
    expect(gateway.seen.slice(1).map(idsOf)).toEqual([ids.slice(0, 20)])
    await after(0)
    expect(gateway.seen.slice(2).map(idsOf)).toEqual([ids.slice(20)])
    await Promise.all(outcomes)
  })

  it('is sent at once by flush, which resolves when it was tried, and never rejects', async () => {
    const outcome = track('a')
    await client.flush()
    expect(await outcome).toMatchObject({ status: 'accepted' })
    gateway.next(disconnect)
    void track('b')
    await client.flush()
    await client.flush()
    expect(gateway.seen.map(idsOf)).toEqual([['a'], ['b'], ['b']])
  })

  it('goes out when the one before was answered: the order of the calls is kept', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    gateway.next(async (request) => promise.then(() => accept(request)))
    void track('a')
    await after(250)
    void track('b')
    await after(10_000)
    expect(gateway.seen.map(idsOf)).toEqual([['a']])
    resolve()
    await after(0)
    expect(gateway.seen.map(idsOf)).toEqual([['a'], ['b']])
  })
})

describe('status', () => {
  it('gives what the gateway says, and null for an unknown event', async () => {
    const event = { status: 'DELIVERED', messageId: 'm' }
    gateway.next(fail(200, {}, { data: { event } }), fail(200, {}, { data: { event: null } }))
    expect(await client.status('m')).toEqual(event)
    expect(await client.status('n')).toBeNull()
  })

  it.each([
    ['no connection', disconnect, 0],
    ['a wrong key', fail(401, {}, { errors: [{ message: 'no' }] }), 401],
    ['a failing gateway', fail(503), 503],
    ['a failing field', fail(200, {}, { data: { event: null }, errors: [{ message: 'no' }] }), 200],
  ])('rejects on %s', async (_, answer, httpStatus) => {
    gateway.next(answer)
    const error = await client.status('m').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(GatewayError)
    expect(error).toMatchObject({ name: 'GatewayError', code: 'FAILED', httpStatus, messageId: 'm' })
    expect(gateway.seen).toHaveLength(1)
  })
})
