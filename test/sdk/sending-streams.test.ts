import { createKlaviyo, type SendAllOptions, type SendProgress } from '@rudder-klaviyo/sdk'
import { expect, it } from 'vitest'
import { after, createScriptedKlaviyo, failed, type Script, silence } from '../deliver/scripted-klaviyo.ts'
import { createVirtualTime } from '../support/virtual-time.ts'

type Stream = AsyncIterable<unknown> | Iterable<unknown>

function setUp(script?: Script, options: object = {}) {
  const time = createVirtualTime()
  const { fetch, calls } = createScriptedKlaviyo(time, script)
  const klaviyo = createKlaviyo({ apiKey: 'pk_test', fetch, clock: time.clock, ...options })
  const sendAll = (events: Stream, sendOptions?: SendAllOptions) => time.run(() => klaviyo.sendAll(events, sendOptions))
  return { time, calls, sendAll }
}

const track = (messageId: string, userId = 'u') => ({ type: 'track', event: 'Order', messageId, userId }) as const

it('sends a stream, reports in order and counts', async () => {
  const { sendAll, calls } = setUp(({ ids }) => {
    const place = ids.indexOf('m-3')
    if (place === -1) return undefined
    return failed(400, { pointers: [`/data/attributes/events-bulk-create/data/${place}/attributes/events/data/0`] })
  })
  async function* stream() {
    for (let index = 0; index < 1_200; index += 1)
      yield index === 5 ? { type: 'nothing' } : track(`m-${index}`, `u-${index}`)
  }
  const seen: number[] = []
  const progress: number[] = []
  const summary = await sendAll(stream(), {
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
    requestCount: calls.length,
  })
  expect(calls.length).toBeLessThan(10)
  expect(progress.at(-1)).toBe(1_198)
  expect(progress.length).toBeGreaterThan(2)
})

it('reads on while fewer than 75,000 events are unsettled, and no further', async () => {
  const controller = new AbortController()
  const { sendAll, time } = setUp(silence, { attemptTimeoutMs: 600_000, timeoutMs: 600_000 })
  let readCount = 0
  function* stream() {
    for (; ; readCount += 1) yield track(`m-${readCount}`, `u-${readCount}`)
  }
  time.clock.setTimer(() => controller.abort(), 60_000)
  const { retryCount } = await sendAll(stream(), { signal: controller.signal })
  expect(readCount).toBeGreaterThanOrEqual(74_000)
  expect(readCount).toBeLessThanOrEqual(75_000)
  expect(retryCount).toBeLessThanOrEqual(readCount + 1)
})

it('reads at most 200,000 events ahead of the oldest that is not reported, settled or not', async () => {
  const controller = new AbortController()
  const { sendAll, time } = setUp(silence, { attemptTimeoutMs: 600_000, timeoutMs: 600_000 })
  let readCount = 0
  function* stream() {
    yield track('first')
    // Settled at once, since nothing of it is sent.
    for (; ; readCount += 1) yield { type: 'identify', userId: 'v', integrations: { All: false } }
  }
  time.clock.setTimer(() => controller.abort(), 60_000)
  await sendAll(stream(), { signal: controller.signal })
  expect(readCount).toBeGreaterThanOrEqual(199_000)
  expect(readCount).toBeLessThanOrEqual(200_000)
})

it('tells of its progress each second, and of what holds it back', async () => {
  // One call at a time: what does not fit into the first waits.
  const { sendAll, time } = setUp(
    ({ nth }) => (nth === 1 ? failed(429, { headers: { 'retry-after': '4' } }) : undefined),
    { rateShare: 0.1 },
  )
  const told: (SendProgress & { readonly atMs: number })[] = []
  const startMs = time.clock.now()
  await sendAll(
    Array.from({ length: 1_500 }, (_, index) => track(`m-${index}`, `u-${index}`)),
    { onProgress: (progress) => void told.push({ ...progress, atMs: time.elapsedMs() }) },
  )
  const heldBy = { operation: 'bulk_create_events', reason: 'retry-after', untilMs: startMs + 4_000 }
  expect(told.slice(0, 3)).toMatchObject([1_000, 2_000, 3_000].map((atMs) => ({ atMs, deliveredCount: 0, heldBy })))
  expect(told.at(-1)).toMatchObject({ deliveredCount: 1_500 })
  expect(told.at(-1)).not.toHaveProperty('heldBy')
})

it('keeps what is blocked over the parts of the stream', async () => {
  const { sendAll, calls, time } = setUp(({ ids }) => (ids.includes('m-0') ? failed(503) : undefined), {
    maxAttempts: 1,
  })
  const first = Promise.withResolvers<void>()
  async function* stream() {
    for (let index = 0; index < 699; index += 1) yield track(`m-${index}`, `u-${index}`)
    // The reader of the stream closes a part by the platform's timer, after 10 ms.
    await time.busy(() => new Promise((resolve) => void setTimeout(resolve, 20)))
    await first.promise
    yield track('m-699', 'u-0')
  }
  const summary = await sendAll(stream(), { onSettled: () => first.resolve() })
  expect(summary).toMatchObject({ deliveredCount: 698, retryCount: 2 })
  expect(calls.flatMap(({ ids }) => ids)).not.toContain('m-699')
})

it('ends when the signal does, lets the stream close, and settles all that was read', async () => {
  const controller = new AbortController()
  let isClosed = false
  let readCount = 0
  async function* endless() {
    try {
      for (; ; readCount += 1) yield track(`m-${readCount}`, `u-${readCount}`)
    } finally {
      isClosed = true
    }
  }
  const { sendAll } = setUp()
  const onSettled = () => controller.abort()
  const summary = await sendAll(endless(), { signal: controller.signal, onSettled })
  expect(summary.deliveredCount).toBeGreaterThan(0)
  expect(summary.rejectedCount).toBe(0)
  expect(isClosed).toBe(true)
  expect(readCount).toBeLessThan(75_000)
})

it('sends what came before a stream failed, and throws its failure', async () => {
  const { sendAll, calls } = setUp()
  async function* broken() {
    yield track('a')
    throw new Error('the disk is gone')
  }
  await expect(sendAll(broken())).rejects.toThrow('the disk is gone')
  expect(calls.flatMap(({ ids }) => ids)).toEqual(['a'])
})

it.each([
  ['onSettled', { onSettled: () => Promise.reject(new Error('the report is full')) }],
  [
    'onProgress',
    {
      onProgress: () => {
        throw new Error('the report is full')
      },
    },
  ],
])('throws what %s throws', async (_name, options) => {
  const { sendAll } = setUp()
  await expect(sendAll([track('a'), track('b')], options)).rejects.toThrow('the report is full')
})

it('waits for a slow report before it reports on', async () => {
  const { sendAll, time } = setUp()
  let isReporting = false
  let hasOverlapped = false
  await sendAll([track('a'), track('b', 'v'), track('c', 'w')], {
    onSettled: async () => {
      hasOverlapped ||= isReporting
      isReporting = true
      await after(time, 500)
      isReporting = false
    },
  })
  expect(hasOverlapped).toBe(false)
  expect(time.elapsedMs()).toBe(1_500)
})
