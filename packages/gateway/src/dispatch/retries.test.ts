import { describe, expect, it } from 'vitest'
import { createDispatchKit, type Answer, type DispatchKit } from './testing/dispatch-kit.ts'
import { OUTCOME } from './testing/outcomes.ts'
import { track } from './testing/track.ts'

const MINUTE_MS = 60_000
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
/** The times between the calls of an event. */
const gaps = ({ calls }: DispatchKit, messageId: string): number[] => {
  const times = calls.filter((call) => call.messageId === messageId).map(({ atMs }) => atMs)
  return times.slice(1).map((time, index) => time - (times[index] ?? 0))
}
const isDead = (kit: DispatchKit, messageId: string) => async () => (await kit.status(messageId))?.status === 'DEAD'

describe('a failure of an event', () => {
  it('is tried again, later each time, and is said while it lasts', async () => {
    const kit = await createDispatchKit({
      answer: (_, earlierCount) => (earlierCount < 4 ? OUTCOME.network : OUTCOME.delivered),
    })
    kit.start()
    await kit.accept(track('m1'))
    await kit.until(() => kit.calls.length === 1)
    await kit.settled()
    const retrying = await kit.status('m1')
    expect(retrying).toMatchObject({
      status: 'RETRYING',
      attemptCount: 1,
      error: { code: 'NETWORK', operation: 'create_event' },
    })
    expect(retrying?.nextAttemptAtMs).toBe((kit.calls[0]?.atMs ?? 0) + 1_000)
    await kit.until(async () => (await kit.status('m1'))?.status === 'DELIVERED')
    expect(gaps(kit, 'm1').map((ms) => Math.floor(ms / 1_000))).toEqual([1, 2, 4, 8])
    expect((await kit.status('m1'))?.error).toBeUndefined()
  })

  it('makes it a dead letter at once when Klaviyo refuses the event, in the words of Klaviyo', async () => {
    const kit = await createDispatchKit({
      answer: ({ messageId }) => (messageId === 'bad' ? OUTCOME.rejected : OUTCOME.delivered),
    })
    kit.start()
    await kit.accept(track('bad', 'u1'), track('next', 'u1'))
    await kit.until(() => kit.calls.length === 2)
    expect(await kit.status('bad')).toMatchObject({
      status: 'DEAD',
      attemptCount: 1,
      error: {
        code: 'REJECTED',
        operation: 'create_event',
        status: 400,
        message: 'Klaviyo answered 400.',
        klaviyoErrors: [{ id: 'e1', code: 'invalid', title: 'Invalid', detail: 'In Klaviyo words.', pointer: '/data' }],
      },
    })
    expect(kit.sent()).toEqual(['bad', 'next'])
  })

  it('holds nobody else back: hundreds of others pass while it is retried', async () => {
    const kit = await createDispatchKit({
      answer: ({ messageId }) => (messageId === 'poison' ? OUTCOME.serverError : OUTCOME.delivered),
    })
    kit.start()
    await kit.accept(track('poison', 'u1'), track('behind', 'u1'), ...names('m', 200).map((name) => track(name)))
    await kit.until(() => new Set(kit.sent()).size === 201, 30_000)
    expect(await kit.status('poison')).toMatchObject({ status: 'RETRYING' })
    expect(kit.sent()).not.toContain('behind')
  })

  it('makes it a dead letter after ten while the operation works for others; then the next of the person goes', async () => {
    const kit = await createDispatchKit({
      answer: ({ messageId }) => (messageId === 'poison' ? OUTCOME.serverError : OUTCOME.delivered),
    })
    kit.start()
    await kit.accept(track('poison', 'u1'), track('behind', 'u1'))
    let count = 0
    await kit.until(async () => {
      if (kit.sent().filter((id) => id === 'poison').length > count) await kit.accept(track(`other ${count++}`))
      await kit.settled()
      return kit.sent().includes('behind')
    }, 30 * MINUTE_MS)
    expect(kit.sent().filter((id) => id === 'poison')).toHaveLength(10)
    expect(await kit.status('poison')).toMatchObject({
      status: 'DEAD',
      attemptCount: 10,
      error: { code: 'UNAVAILABLE', status: 500 },
    })
  })

  it('is not counted while nothing works for anybody: an outage makes no dead letters', async () => {
    let isUp = false
    const kit = await createDispatchKit({ answer: () => (isUp ? OUTCOME.delivered : OUTCOME.serverError) })
    const dispatcher = kit.start()
    await kit.accept(...names('m', 4).map((name) => track(name)))
    await kit.until(() => kit.calls.length > 4 * 11, 180 * MINUTE_MS)
    expect(dispatcher.state().pausedOperations).toMatchObject([{ operation: 'create_event' }])
    isUp = true
    await kit.until(async () => (await kit.outbox.store.countBacklog('shop')) === 0, 10 * MINUTE_MS)
    const states = await Promise.all(names('m', 4).map((name) => kit.status(name)))
    expect(states.map((event) => event?.status)).toEqual(Array.from({ length: 4 }, () => 'DELIVERED'))
  })

  it('looks for a profile after 10 s, 30 s and each minute for a quarter of an hour, then gives up', async () => {
    const kit = await createDispatchKit({ answer: () => OUTCOME.notFound })
    kit.start()
    await kit.accept(track('m1'))
    await kit.until(isDead(kit, 'm1'), 20 * MINUTE_MS)
    const [first = 0, ...rest] = kit.calls.map(({ atMs }) => atMs)
    const seconds = rest.map((atMs) => Math.round((atMs - first) / 10_000) * 10)
    expect(seconds.slice(0, 4)).toEqual([10, 30, 90, 150])
    expect(seconds.at(-1)).toBeGreaterThan(14 * 60)
    expect(seconds.at(-1)).toBeLessThanOrEqual(15 * 60 + 10)
    expect(await kit.status('m1')).toMatchObject({ error: { code: 'PROFILE_NOT_FOUND' } })
  })

  it('is no crash when delivery itself throws', async () => {
    const answer: Answer = (_, earlierCount) => {
      if (earlierCount === 0) throw new Error('unexpected')
      return OUTCOME.delivered
    }
    const kit = await createDispatchKit({ answer })
    const logged: unknown[] = []
    const quiet = () => {}
    kit.start({ logger: { info: quiet, warn: quiet, error: (message, cause) => logged.push(message, cause) } })
    await kit.accept(track('m1'))
    await kit.until(async () => (await kit.status('m1'))?.status === 'DELIVERED')
    expect(logged).toEqual([expect.stringContaining('"m1" (create_event)'), new Error('unexpected')])
  })

  it('keeps the warnings of acceptance and of delivery, each once', async () => {
    const warning = { path: 'phone_number', code: 'IDENTIFIER_CLASH', message: 'Left out.' } as const
    const kit = await createDispatchKit({
      answer: (_, earlierCount) => ({
        ...(earlierCount === 0 ? OUTCOME.network : OUTCOME.delivered),
        warnings: [warning],
      }),
    })
    kit.start()
    await kit.accept({ ...track('m1'), context: { traits: { phone: 'none' } } })
    await kit.until(async () => (await kit.status('m1'))?.status === 'DELIVERED')
    expect((await kit.status('m1'))?.warnings.map(({ code }) => code)).toEqual(['PHONE_NOT_USABLE', 'IDENTIFIER_CLASH'])
  })
})

describe('a failure of more than an event', () => {
  it('pauses the operation as long as Klaviyo says, and counts for no event', async () => {
    const kit = await createDispatchKit({
      answer: (call, earlierCount) =>
        call.messageId === 'm0' && earlierCount === 0 ? OUTCOME.rateLimited : OUTCOME.delivered,
    })
    const dispatcher = kit.start({ maxConcurrentCount: 1 })
    await kit.accept(track('m0'), track('m1'), { type: 'identify', messageId: 'profile', userId: 'u9' })
    await kit.until(() => kit.calls.length === 2)
    await kit.settled()
    // Another operation is not concerned.
    expect(kit.sent()).toEqual(['m0', 'profile'])
    expect(await kit.status('m0')).toMatchObject({
      status: 'RETRYING',
      attemptCount: 0,
      error: { code: 'RATE_LIMITED' },
    })
    const untilMs = (kit.calls[0]?.atMs ?? 0) + 7_000
    expect(dispatcher.state().pausedOperations).toEqual([{ operation: 'create_event', untilMs }])
    await kit.until(() => kit.calls.length === 4)
    expect(kit.sent()).toEqual(['m0', 'profile', 'm0', 'm1'])
    expect(kit.calls[2]?.atMs).toBeGreaterThanOrEqual(untilMs)
    expect(await kit.status('m0')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })

  it('pauses the account for a refused key: one real call every 30 s until it is taken, nothing lost', async () => {
    let isKeyRight = false
    const kit = await createDispatchKit({ answer: () => (isKeyRight ? OUTCOME.delivered : OUTCOME.refusedKey) })
    const dispatcher = kit.start({ maxConcurrentCount: 4 })
    await kit.accept(...names('m', 20).map((name) => track(name)))
    await kit.until(() => kit.calls.length === 4)
    const pausedAtMs = kit.clock.now()
    await kit.until(() => kit.calls.length === 7, 2 * MINUTE_MS)
    expect(kit.clock.now() - pausedAtMs).toBeGreaterThanOrEqual(90_000)
    expect(dispatcher.state().pause).toMatchObject({ sinceMs: kit.calls[0]?.atMs, message: 'Klaviyo answered 401.' })
    isKeyRight = true
    await kit.until(async () => (await kit.outbox.store.countBacklog('shop')) === 0, MINUTE_MS)
    expect(dispatcher.state().pause).toBeUndefined()
    expect(await kit.status('m0')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })
})
