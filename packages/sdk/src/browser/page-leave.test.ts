import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGatewayClient } from './create-gateway-client.ts'
import type { GatewayClientOptions, GatewayStorage } from './gateway-client-options.ts'
import type { GatewayClient } from './gateway-client.ts'
import { createMemoryStorage } from './testing/memory-storage.ts'
import {
  accept,
  createScriptedGateway,
  disconnect,
  fail,
  idsOf,
  type ScriptedGateway,
} from './testing/scripted-gateway.ts'

const DAY_MS = 24 * 3_600_000

let gateway: ScriptedGateway
let storage: GatewayStorage
let settled: unknown[]
const open = (options: Partial<GatewayClientOptions> = {}): GatewayClient =>
  createGatewayClient({
    url: 'https://gateway.example',
    writeKey: 'wk',
    fetch: gateway.fetch,
    storage,
    onSettled: (outcome) => settled.push(outcome),
    ...options,
  })

/** What a client sees of a page. */
let windowEvents: EventTarget
let pageDocument: EventTarget & { visibilityState: string }
beforeEach(() => {
  vi.useFakeTimers()
  windowEvents = new EventTarget()
  pageDocument = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', pageDocument)
  vi.stubGlobal('addEventListener', windowEvents.addEventListener.bind(windowEvents))
  gateway = createScriptedGateway()
  storage = createMemoryStorage()
  settled = []
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const close = () => windowEvents.dispatchEvent(new Event('pagehide'))
const show = (visibilityState: 'hidden' | 'visible') => {
  pageDocument.visibilityState = visibilityState
  pageDocument.dispatchEvent(new Event('visibilitychange'))
}
const track = (client: GatewayClient, messageId: string, note = '') => {
  void client.track({ messageId, event: 'E', userId: 'u', properties: { note } })
}
/** The page is gone: no timer of it runs any more, and no answer reaches it. */
const vanish = () => {
  vi.clearAllTimers()
  gateway = createScriptedGateway()
}

describe('a page that closes', () => {
  it.each([
    ['pagehide', close],
    ['being hidden', () => show('hidden')],
  ])('sends what waits at once, once, so that it outlives the page: %s', async (_, leave) => {
    const client = open()
    track(client, 'a')
    track(client, 'b')
    show('visible')
    expect(gateway.seen).toHaveLength(0)
    leave()
    close()
    expect(gateway.seen.map(idsOf)).toEqual([['a', 'b']])
    expect(gateway.seen[0]?.keepalive).toBe(true)
    await after(1_000)
    expect(gateway.seen).toHaveLength(1)
    expect(storage.length).toBe(0)
  })

  it('splits what waits, and keeps what is beyond 64 kB under way', async () => {
    const client = open()
    gateway.next(disconnect)
    const ids = Array.from({ length: 60 }, (_, index) => `m-${index}`)
    track(client, 'first')
    await after(250)
    // Two bytes a character: sizes are those of UTF-8.
    for (const id of ids) track(client, id, 'ü'.repeat(700))
    gateway.always(() => new Promise(() => undefined))
    close()
    const sent = gateway.seen.slice(1)
    expect(sent.length).toBeGreaterThan(1)
    expect(sent.every(({ keepalive, events }) => keepalive && events.length <= 20)).toBe(true)
    const totalBytes = sent.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    expect(totalBytes).toBeLessThanOrEqual(65_536)
    expect(totalBytes).toBeGreaterThan(60_000)
    expect(sent.flatMap(idsOf)).toEqual(['first', ...ids].slice(0, sent.flatMap(idsOf).length))
    expect(storage.length).toBe(61)

    vanish()
    open()
    await after(2_000)
    expect(gateway.seen.flatMap(idsOf)).toEqual(['first', ...ids])
    expect(storage.length).toBe(0)
  })

  it('sends nothing while the gateway wants a pause: the next page does', async () => {
    const client = open()
    gateway.next(fail(429, { 'retry-after': '60' }))
    track(client, 'a')
    await after(250)
    close()
    expect(gateway.seen).toHaveLength(1)
    vanish()
    open()
    await after(250)
    expect(gateway.seen.map(idsOf)).toEqual([['a']])
  })

  it('that was only hidden goes on', async () => {
    const client = open()
    gateway.next(disconnect)
    const outcome = client.track({ messageId: 'a', event: 'E', userId: 'u' })
    show('hidden')
    await after(2_000)
    expect(await outcome).toMatchObject({ status: 'accepted' })
    expect(gateway.seen.map(idsOf)).toEqual([['a'], ['a']])
  })

  it('leaves an event of more than 64 kB to a request that need not outlive it', async () => {
    const client = open()
    track(client, 'large', 'x'.repeat(70_000))
    close()
    expect(gateway.seen).toHaveLength(0)
    await after(250)
    expect(gateway.seen).toMatchObject([{ keepalive: false }])
  })
})

describe('the next page', () => {
  it('sends what the one before could not, with the same ids and bodies, in order', async () => {
    const sent = gateway
    sent.always(disconnect)
    const client = open()
    const ids = Array.from({ length: 30 }, (_, index) => `m-${index}`)
    for (const id of ids) track(client, id)
    await after(1_000)
    vanish()

    const next = open()
    track(next, 'new')
    await after(250)
    expect(gateway.seen.flatMap(idsOf)).toEqual([...ids, 'new'])
    expect(gateway.seen[0]?.events).toEqual(sent.seen[0]?.events)
    expect(settled).toHaveLength(31)
    expect(storage.length).toBe(0)
  })

  it('says what became of them, as nobody waits for it', async () => {
    gateway.always(disconnect)
    track(open(), 'a')
    vanish()
    gateway.next(fail(401))
    open()
    await after(250)
    expect(settled).toMatchObject([{ name: 'GatewayError', messageId: 'a' }])
    expect(storage.length).toBe(0)
  })

  it('leaves those of another gateway or key alone, and forgets what is older than 7 days', async () => {
    gateway.always(disconnect)
    track(open(), 'mine')
    track(open({ writeKey: 'other' }), 'of another key')
    track(open({ url: 'https://other.example' }), 'of another gateway')
    storage.setItem('theirs', 'x')
    storage.setItem('rudder-klaviyo broken', 'x')
    vanish()
    await after(6 * DAY_MS)
    open()
    await after(250)
    expect(gateway.seen.map(idsOf)).toEqual([['mine']])
    expect(storage.length).toBe(3)
    await after(2 * DAY_MS)
    open()
    await after(250)
    expect(gateway.seen).toHaveLength(1)
    expect(storage.length).toBe(1)
  })

  it('takes 500 at most, and leaves the rest for later', async () => {
    gateway.always(disconnect)
    const first = open({ maxWaitingCount: 700 })
    for (let index = 0; index < 700; index += 1) track(first, `m-${index}`)
    vanish()
    open()
    await after(5_000)
    expect(gateway.seen.flatMap(idsOf)).toHaveLength(500)
    expect(storage.length).toBe(200)
  })
})

describe('two pages at a time', () => {
  it('neither lose an event nor send one for ever', async () => {
    gateway.always(disconnect)
    const one = open()
    track(one, 'a')
    track(one, 'b')
    const two = open()
    track(two, 'c')
    await after(3_000)
    gateway.always(accept)
    await after(60_000)
    const deliveredIds = gateway.seen.flatMap(idsOf)
    expect(new Set(deliveredIds)).toEqual(new Set(['a', 'b', 'c']))
    expect(storage.length).toBe(0)
    const { length } = gateway.seen
    await after(DAY_MS)
    expect(gateway.seen).toHaveLength(length)
  })

  it('do not repeat what the other has settled in the meantime', async () => {
    const one = open()
    track(one, 'a')
    const two = open({ maxWaitingCount: 1 })
    await one.flush()
    await after(1_000)
    expect(gateway.seen.map(idsOf)).toEqual([['a']])
    const outcome = two.track({ messageId: 'b', event: 'E', userId: 'u' })
    await after(250)
    expect(await outcome).toMatchObject({ status: 'accepted' })
  })
})

describe('without a storage that works', () => {
  const forbidden = (): never => {
    throw new DOMException('no', 'SecurityError')
  }
  it.each<[string, Partial<GatewayClientOptions> | (() => Partial<GatewayClientOptions>)]>([
    ['null', { storage: null }],
    ['a full one', () => ({ storage: Object.assign(createMemoryStorage(), { setItem: forbidden }) })],
    [
      'a forbidden one',
      {
        storage: {
          get length() {
            return forbidden()
          },
          key: forbidden,
          getItem: forbidden,
          setItem: forbidden,
          removeItem: forbidden,
        },
      },
    ],
    [
      'a page that may not even look',
      () => {
        Object.defineProperty(globalThis, 'localStorage', { get: forbidden, configurable: true })
        return { storage: undefined }
      },
    ],
  ])('(%s) events are sent all the same', async (_, options) => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
    const client = open(typeof options === 'function' ? options() : options)
    if (own !== undefined) Object.defineProperty(globalThis, 'localStorage', own)
    gateway.next(disconnect)
    const outcome = client.track({ event: 'E', userId: 'u' })
    await after(2_000)
    expect(await outcome).toMatchObject({ status: 'accepted' })
  })
})

it('outside of a page events are sent, and nothing is kept', async () => {
  vi.unstubAllGlobals()
  const client = open({ storage: undefined })
  const outcome = client.track({ event: 'E', userId: 'u' })
  await after(250)
  expect(await outcome).toMatchObject({ status: 'accepted' })
})
