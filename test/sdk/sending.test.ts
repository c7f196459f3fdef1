import { createSandbox } from '@rudder-klaviyo/sandbox'
import { createKlaviyo, KlaviyoApiError, type SendOptions, type Settlement } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { after, createScriptedKlaviyo, failed, type Script, silence, taken } from '../deliver/scripted-klaviyo.ts'
import { createVirtualTime } from '../support/virtual-time.ts'

/** A client and the Klaviyo it sends to, under one virtual time. */
function setUp(script?: Script, options: object = {}) {
  const time = createVirtualTime()
  const { fetch, calls } = createScriptedKlaviyo(time, script)
  const klaviyo = createKlaviyo({ apiKey: 'pk_test', fetch, clock: time.clock, ...options })
  const send = (events: readonly unknown[], sendOptions?: SendOptions) =>
    time.run(() => klaviyo.send(events, sendOptions))
  return { time, klaviyo, calls, send }
}

const limited = (seconds = '0') => failed(429, { headers: { 'retry-after': seconds } })
const track = (messageId: string, userId = 'u') => ({ type: 'track', event: 'Order', messageId, userId }) as const
const statuses = (settlements: readonly Settlement[]) => settlements.map(({ status }) => status)

describe('send', () => {
  it('delivers builders, typed events and raw JSON to a Klaviyo, and settles each in its place', async () => {
    const sandbox = createSandbox()
    const klaviyo = createKlaviyo({
      apiKey: 'pk_test',
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    })
    const raw: unknown = JSON.parse('{"type":"track","event":"Signed Up","userId":"u-2"}')
    const settlements = await klaviyo.send([
      klaviyo.identify({ email: 'alex@example.com' }).subscribe({ listId: 'XUepkK', consent: ['email'] }),
      { type: 'track', event: 'Order Completed', messageId: 'm-1', userId: 'u-1' },
      raw,
      { type: 'track', event: 'Nobody' },
      { type: 'identify', userId: 'u-3', integrations: { All: false } },
    ] as unknown[])
    expect(statuses(settlements)).toEqual(['delivered', 'delivered', 'delivered', 'rejected', 'filtered'])
    expect(settlements.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
    expect(settlements.every(({ messageId }) => messageId !== '')).toBe(true)
    await sandbox.idle()
    const read = async (path: string): Promise<unknown> =>
      (await sandbox.fetch(new Request(`http://sandbox/sandbox/${path}`))).json()
    expect(await read('lists/XUepkK')).toMatchObject({ data: [{ email: 'alex@example.com' }] })
    expect(await read('events')).toMatchObject({ data: { length: 2 } })
  })

  it('sends events in bulk from two on', async () => {
    for (const [count, kind] of [
      [1, 'event'],
      [2, 'events'],
      [1_000, 'events'],
    ] as const) {
      const { send, calls } = setUp()
      const events = Array.from({ length: count }, (_, index) => track(`m-${index}`, `u-${index}`))
      expect((await send(events)).every(({ status }) => status === 'delivered')).toBe(true)
      expect(calls.map((call) => [call.kind, call.ids.length])).toEqual([[kind, count]])
    }
  })

  it('sends a builder again under the same messageId', async () => {
    const { klaviyo, time, calls } = setUp()
    const order = klaviyo.track('Order').user({ userId: 'u' })
    await time.run(() => order.send())
    await time.run(() => order.send())
    expect(new Set(calls.flatMap(({ ids }) => ids)).size).toBe(1)
    expect(calls).toHaveLength(2)
  })

  it('tries again after a rate limit for as long as it takes, which counts as no attempt', async () => {
    const { send, calls } = setUp(({ nth }) => (nth <= 6 ? limited() : undefined), { maxAttempts: 1 })
    expect(statuses(await send([track('a')]))).toEqual(['delivered'])
    expect(calls).toHaveLength(7)
  })

  it('makes as many attempts as it may, and then leaves it to the caller', async () => {
    const { send, calls } = setUp(() => failed(503, { headers: { 'retry-after': '0' } }), { maxAttempts: 3 })
    expect(await send([track('a')])).toMatchObject([
      { status: 'retry', retryAfterMs: 0, error: { code: 'UNAVAILABLE', retryable: true } },
    ])
    expect(calls).toHaveLength(3)
  })

  it('does not wait longer than the time for the event, and says how long to wait', async () => {
    const { send, calls } = setUp(() => limited('60'))
    expect(await send([track('a')], { timeoutMs: 5_000 })).toMatchObject([{ status: 'retry', retryAfterMs: 60_000 }])
    expect(calls).toHaveLength(1)
  })

  it('ends a call that outlasts the time for the event', async () => {
    const { send, time } = setUp(silence)
    expect(await send([track('a')], { timeoutMs: 20 })).toMatchObject([
      { status: 'retry', error: { name: 'KlaviyoTimeoutError', timeoutMs: 20 } },
    ])
    expect(time.elapsedMs()).toBe(20)
  })

  it('settles what is left `retry` when the signal ends', async () => {
    const controller = new AbortController()
    const { send, time, calls } = setUp(({ kind }) => (kind === 'events' ? silence() : undefined))
    time.clock.setTimer(() => controller.abort(), 1_000)
    const events = [{ type: 'identify', userId: 'other' }, track('b'), track('c')]
    expect(await send(events, { signal: controller.signal })).toMatchObject([
      { status: 'delivered' },
      { status: 'retry', error: { code: 'TIMEOUT' } },
      { status: 'retry', error: { code: 'TIMEOUT' } },
    ])
    expect(calls).toHaveLength(2)
    expect(time.elapsedMs()).toBe(1_000)
  })

  it('sends nothing when the signal has ended before', async () => {
    const { send, calls } = setUp()
    expect(statuses(await send([track('a')], { signal: AbortSignal.abort() }))).toEqual(['retry'])
    expect(calls).toEqual([])
  })

  it('keeps the order of one person within a call, whatever identifies them', async () => {
    const { send, calls } = setUp()
    await send([
      { ...track('a'), context: { traits: { email: 'x@y.co' } } },
      {
        type: 'track',
        event: 'Order',
        messageId: 'b',
        context: { traits: { email: 'X@y.co', phone: '+12345578900' } },
      },
      { type: 'track', event: 'Order', messageId: 'c', context: { traits: { phone: '+12345578900' } } },
    ])
    expect(calls.flatMap(({ ids }) => ids)).toEqual(['a', 'b', 'c'])
  })

  it('sends nothing of a person before what cannot be in the same call is answered', async () => {
    const answered: string[] = []
    const { send, time, calls } = setUp(async ({ nth, kind }) => {
      const before = answered.length
      // The earlier, the slower: only waiting keeps the order.
      await after(time, 3_000 - 900 * calls.length)
      answered.push(`${kind} ${nth} after ${before}`)
      return undefined
    })
    const unset = { integrations: { Klaviyo: { fieldsToUnset: ['old'] } } }
    const settlements = await send([
      track('a'),
      { type: 'identify', userId: 'u', traits: { city: 'Berlin' }, ...unset },
      track('b'),
    ])
    expect(statuses(settlements)).toEqual(['delivered', 'delivered', 'delivered'])
    expect(answered).toEqual(['event 1 after 0', 'import 1 after 1', 'event 2 after 2'])
  })

  it('settles later events of a person `retry` unsent once one of them is, and no other', async () => {
    const accepted: string[] = []
    const { send, calls } = setUp(
      ({ ids }) => {
        if (ids.includes('a')) return failed(503, { headers: { 'retry-after': '7' } })
        accepted.push(...ids)
        return undefined
      },
      { maxAttempts: 1 },
    )
    const settlements = await send([track('a'), track('b'), track('other', 'v'), track('c')])
    expect(statuses(settlements)).toEqual(['retry', 'retry', 'delivered', 'retry'])
    expect(settlements[3]).toMatchObject({ messageId: 'c', retryAfterMs: 7_000, error: { code: 'UNAVAILABLE' } })
    expect(accepted).toEqual(['other'])
    // Those behind it were in a call with it, and in none without.
    expect(calls.filter(({ ids }) => ids.includes('b') || ids.includes('c')).every(({ ids }) => ids[0] === 'a')).toBe(
      true,
    )
  })

  it('asks a refused key no more', async () => {
    const { send, calls } = setUp(() => new Response(null, { status: 401 }))
    const events = Array.from({ length: 50 }, (_, index) => [
      track(`m-${index}`, `u-${index}`),
      { type: 'identify', userId: `v-${index}` },
    ]).flat()
    const settlements = await send(events)
    expect(
      settlements.every((settlement) => settlement.status === 'retry' && settlement.error.code === 'NOT_AUTHORIZED'),
    ).toBe(true)
    expect(calls.length).toBeLessThanOrEqual(16)
  })

  it('settles what is not in the batch of a refused call too', async () => {
    const change = (subscribe: boolean) => ({
      type: 'group',
      groupId: 'L',
      context: { traits: { email: 'gus@example.org' } },
      traits: { subscribe, consent: ['email'] },
    })
    const { send, calls } = setUp(() => new Response(null, { status: 401 }))
    expect(statuses(await send([change(true), change(false), change(true)]))).toEqual(['retry', 'retry', 'retry'])
    expect(calls).toHaveLength(1)
  })

  it('has at most 16 calls under way', async () => {
    let underWay = 0
    let most = 0
    const { send, time } = setUp(async () => {
      most = Math.max(most, (underWay += 1))
      await after(time, 1_000)
      underWay -= 1
      return undefined
    })
    await send(Array.from({ length: 40 }, (_, index) => ({ type: 'identify', userId: `u-${index}` })))
    expect(most).toBe(16)
  })

  it('counts no time of an event while Klaviyo works on its bulk import', async () => {
    const { send, time, calls } = setUp(({ kind, atMs }) =>
      kind === 'jobs' && atMs < 600_000
        ? Response.json({ data: [{ id: 'job-1', attributes: { status: 'processing' } }] })
        : undefined,
    )
    const events = Array.from({ length: 101 }, (_, index) => ({ type: 'identify', userId: `u-${index}` }))
    const settlements = await send(events, { timeoutMs: 5_000 })
    expect(settlements.every(({ status }) => status === 'delivered')).toBe(true)
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(time.elapsedMs()).toBeGreaterThanOrEqual(600_000)
  })

  it('is a ConfigError without a key, from a builder too', async () => {
    const keyless = createKlaviyo()
    await expect(keyless.send([track('a')])).rejects.toMatchObject({
      name: 'ConfigError',
      issues: [{ path: 'apiKey' }],
    })
    await expect(keyless.track('x').user({ userId: 'u' }).send()).rejects.toMatchObject({ name: 'ConfigError' })
    await expect(keyless.sendAll([])).rejects.toMatchObject({ name: 'ConfigError' })
  })

  it('rejects from a builder with the error of Klaviyo', async () => {
    const { klaviyo, time } = setUp(() => failed(400))
    const sending = time.run(() => klaviyo.track('Order').user({ userId: 'u' }).send())
    await expect(sending).rejects.toBeInstanceOf(KlaviyoApiError)
    await expect(sending).rejects.toMatchObject({
      status: 400,
      operation: 'create_event',
      errors: [{ code: 'invalid' }],
    })
  })

  it('settles a key function that gives no text for every event, and does not throw', async () => {
    // What a caller without types can do.
    const apiKey: () => Promise<string> = async () => JSON.parse('null') as string
    const { send, calls } = setUp(() => taken(), { apiKey })
    expect(statuses(await send([track('m-1'), track('m-2', 'other')]))).toEqual(['retry', 'retry'])
    expect(calls).toEqual([])
  })
})
