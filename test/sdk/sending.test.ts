import { createSandbox } from '@rudder-klaviyo/sandbox'
import { createKlaviyo, KlaviyoApiError, type Settlement } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'

interface Sent {
  readonly path: string
  readonly body: string
}

/** A `fetch` that notes what it is asked and answers as it is told. */
function answering(answer: (sent: Sent, index: number) => Response | Promise<Response>) {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const one = { path: new URL(request.url).pathname, body: await request.text() }
    sent.push(one)
    return answer(one, sent.length - 1)
  }
  return { sent, fetch }
}

const accepted = () => new Response(null, { status: 202 })
const limited = () => new Response(null, { status: 429, headers: { 'retry-after': '0' } })
const klaviyoWith = (fetch: typeof globalThis.fetch, options = {}) =>
  createKlaviyo({ apiKey: 'pk_test', fetch, ...options })
const track = (messageId: string, userId = 'u') => ({ type: 'track', event: 'Order', messageId, userId }) as const
const statuses = (settlements: readonly Settlement[]) => settlements.map(({ status }) => status)
/** Which events were sent, in which order. */
const idsOf = (sent: readonly Sent[]) => sent.map(({ body }) => /"unique_id":"([^"]+)"/.exec(body)?.[1])

describe('send', () => {
  it('delivers builders, typed events and raw JSON to a Klaviyo, and settles each in its place', async () => {
    const sandbox = createSandbox()
    const klaviyo = klaviyoWith((input, init) => sandbox.fetch(new Request(input, init)))
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
    const read = async (path: string): Promise<unknown> =>
      (await sandbox.fetch(new Request(`http://sandbox/sandbox/${path}`))).json()
    expect(await read('lists/XUepkK')).toMatchObject({ data: [{ email: 'alex@example.com' }] })
    expect(await read('events')).toMatchObject({ data: { length: 2 } })
  })

  it('sends a builder again under the same messageId', async () => {
    const { fetch, sent } = answering(accepted)
    const order = klaviyoWith(fetch).track('Order').user({ userId: 'u' })
    await order.send()
    await order.send()
    expect(new Set(idsOf(sent)).size).toBe(1)
    expect(sent).toHaveLength(2)
  })

  it('tries again after a rate limit for as long as it takes, which counts as no attempt', async () => {
    const { fetch, sent } = answering((_sent, index) => (index < 6 ? limited() : accepted()))
    expect(statuses(await klaviyoWith(fetch, { maxAttempts: 1 }).send([track('a')]))).toEqual(['delivered'])
    expect(sent).toHaveLength(7)
  })

  it('makes as many attempts as it may, and then leaves it to the caller', async () => {
    const down = () => new Response(null, { status: 503, headers: { 'retry-after': '0' } })
    const { fetch, sent } = answering(down)
    expect(await klaviyoWith(fetch, { maxAttempts: 3 }).send([track('a')])).toMatchObject([
      { status: 'retry', retryAfterMs: 0, error: { code: 'UNAVAILABLE', retryable: true } },
    ])
    expect(sent).toHaveLength(3)
  })

  it('does not wait longer than the time for the event, and says how long to wait', async () => {
    const { fetch, sent } = answering(() => new Response(null, { status: 429, headers: { 'retry-after': '60' } }))
    expect(await klaviyoWith(fetch).send([track('a')], { timeoutMs: 5_000 })).toMatchObject([
      { status: 'retry', retryAfterMs: 60_000 },
    ])
    expect(sent).toHaveLength(1)
  })

  it('ends a call that outlasts the time for the event', async () => {
    const { fetch } = answering(() => new Promise<Response>(() => {}))
    expect(await klaviyoWith(fetch).send([track('a')], { timeoutMs: 20 })).toMatchObject([
      { status: 'retry', error: { name: 'KlaviyoTimeoutError', timeoutMs: 20 } },
    ])
  })

  it('settles what is left `retry` when the signal ends', async () => {
    const controller = new AbortController()
    const { fetch, sent } = answering((_sent, index) => {
      if (index === 0) return accepted()
      controller.abort()
      return new Promise<Response>(() => {})
    })
    const events = [track('a'), track('b'), track('c')]
    expect(await klaviyoWith(fetch).send(events, { signal: controller.signal })).toMatchObject([
      { status: 'delivered' },
      { status: 'retry', error: { code: 'TIMEOUT' } },
      { status: 'retry' },
    ])
    expect(sent).toHaveLength(2)
  })

  it('keeps the order of one person, whatever identifies them', async () => {
    const { fetch, sent } = answering(async (_sent, index) => {
      // The earlier, the slower: only waiting keeps the order.
      for (let turn = 0; turn < 20 - index * 5; turn += 1) await Promise.resolve()
      return accepted()
    })
    const identified: readonly unknown[] = [
      { ...track('a'), context: { traits: { email: 'x@y.co' } } },
      {
        type: 'track',
        event: 'Order',
        messageId: 'b',
        context: { traits: { email: 'X@y.co', phone: '+12345578900' } },
      },
      { type: 'track', event: 'Order', messageId: 'c', context: { traits: { phone: '+12345578900' } } },
    ]
    await klaviyoWith(fetch).send(identified)
    expect(idsOf(sent)).toEqual(['a', 'b', 'c'])
  })

  it('settles later events of a person `retry` unsent once one of them is, and no other', async () => {
    const { fetch, sent } = answering(({ body }) =>
      body.includes('"a"') ? new Response(null, { status: 503, headers: { 'retry-after': '7' } }) : accepted(),
    )
    const events = [track('a'), track('b'), track('other', 'v'), track('c')]
    const settlements = await klaviyoWith(fetch, { maxAttempts: 1 }).send(events)
    expect(statuses(settlements)).toEqual(['retry', 'retry', 'delivered', 'retry'])
    expect(settlements[3]).toMatchObject({ messageId: 'c', retryAfterMs: 7_000, error: { code: 'UNAVAILABLE' } })
    expect(new Set(idsOf(sent))).toEqual(new Set(['a', 'other']))
  })

  it('asks a refused key no more', async () => {
    const { fetch, sent } = answering(() => new Response(null, { status: 401 }))
    const events = Array.from({ length: 50 }, (_, index) => track(`m-${index}`, `u-${index}`))
    const settlements = await klaviyoWith(fetch).send(events)
    expect(
      settlements.every((settlement) => settlement.status === 'retry' && settlement.error.code === 'NOT_AUTHORIZED'),
    ).toBe(true)
    expect(sent.length).toBeLessThan(10)
  })

  it('has a bounded number of calls under way', async () => {
    let underWay = 0
    let most = 0
    const { fetch } = answering(async () => {
      most = Math.max(most, (underWay += 1))
      await new Promise((resolve) => setImmediate(resolve))
      underWay -= 1
      return accepted()
    })
    await klaviyoWith(fetch).send(Array.from({ length: 40 }, (_, index) => track(`m-${index}`, `u-${index}`)))
    expect(most).toBe(8)
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
    const { fetch } = answering(() => Response.json({ errors: [{ code: 'invalid', detail: 'x' }] }, { status: 400 }))
    const sending = klaviyoWith(fetch).track('Order').user({ userId: 'u' }).send()
    await expect(sending).rejects.toBeInstanceOf(KlaviyoApiError)
    await expect(sending).rejects.toMatchObject({
      status: 400,
      operation: 'create_event',
      errors: [{ code: 'invalid' }],
    })
  })
})

describe('sendAll', () => {
  it('sends a stream, reports in order and counts', async () => {
    const { fetch } = answering(({ body }) =>
      body.includes('"m-3"') ? new Response(null, { status: 400 }) : accepted(),
    )
    async function* stream() {
      for (let index = 0; index < 1_200; index += 1)
        yield index === 5 ? { type: 'nothing' } : track(`m-${index}`, `u-${index}`)
    }
    const seen: number[] = []
    const progress: number[] = []
    const summary = await klaviyoWith(fetch).sendAll(stream(), {
      onSettled: async ({ index }) => {
        await Promise.resolve()
        seen.push(index)
      },
      onProgress: ({ deliveredCount }) => void progress.push(deliveredCount),
    })
    expect(seen).toEqual(Array.from({ length: 1_200 }, (_, index) => index))
    expect(summary).toEqual({
      deliveredCount: 1_198,
      filteredCount: 0,
      retryCount: 0,
      rejectedCount: 2,
      requestCount: 1_199,
    })
    expect(progress.at(-1)).toBe(1_198)
    expect(progress.length).toBeGreaterThan(2)
  })

  it('reads no further than one part ahead of what is settled', async () => {
    let readCount = 0
    let settledCount = 0
    let ahead = 0
    function* stream() {
      for (; readCount < 3_000; readCount += 1) {
        ahead = Math.max(ahead, readCount - settledCount)
        yield track(`m-${readCount}`, `u-${readCount}`)
      }
    }
    const { fetch } = answering(accepted)
    await klaviyoWith(fetch).sendAll(stream(), { onSettled: () => void (settledCount += 1) })
    expect(ahead).toBeLessThanOrEqual(501)
    expect(settledCount).toBe(3_000)
  })

  it('keeps what is blocked over the parts of the stream', async () => {
    const { fetch, sent } = answering(({ body }) =>
      body.includes('"m-0"') ? new Response(null, { status: 503 }) : accepted(),
    )
    const events = Array.from({ length: 700 }, (_, index) =>
      track(`m-${index}`, index % 699 === 0 ? 'same' : `u-${index}`),
    )
    const summary = await klaviyoWith(fetch, { maxAttempts: 1 }).sendAll(events)
    expect(summary).toMatchObject({ deliveredCount: 698, retryCount: 2 })
    expect(idsOf(sent)).not.toContain('m-699')
  })

  it('ends when the signal does, and lets the stream close', async () => {
    const controller = new AbortController()
    let isClosed = false
    async function* endless() {
      try {
        for (let index = 0; ; index += 1) yield track(`m-${index}`, `u-${index}`)
      } finally {
        isClosed = true
      }
    }
    const { fetch } = answering(accepted)
    const onSettled = () => controller.abort()
    const summary = await klaviyoWith(fetch).sendAll(endless(), { signal: controller.signal, onSettled })
    expect(summary.deliveredCount).toBe(500)
    expect(isClosed).toBe(true)
  })

  it('sends what came before a stream failed, and throws its failure', async () => {
    const { fetch, sent } = answering(accepted)
    async function* broken() {
      yield track('a')
      throw new Error('the disk is gone')
    }
    await expect(klaviyoWith(fetch).sendAll(broken())).rejects.toThrow('the disk is gone')
    expect(idsOf(sent)).toEqual(['a'])
  })
})

it('a key function that gives no text is settled for every event, not thrown', async () => {
  const { sent, fetch } = answering(accepted)
  // What a caller without types can do.
  const apiKey: () => Promise<string> = async () => JSON.parse('null') as string
  const settlements = await createKlaviyo({ apiKey, fetch }).send([track('m-1'), track('m-2', 'other')])
  expect(statuses(settlements)).toEqual(['retry', 'retry'])
  expect(sent).toEqual([])
})
