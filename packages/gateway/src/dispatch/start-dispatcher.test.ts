import { describe, expect, it } from 'vitest'
import { STATUS } from '../outbox/event-status.ts'
import { createDispatchKit, type Answer } from './testing/dispatch-kit.ts'
import { REPLY, silence } from './testing/replies.ts'
import { track } from './testing/track.ts'

const takeAll: Answer = () => REPLY.taken()
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)

describe('a dispatcher', () => {
  it('delivers what is accepted, at once and without a clock, and forgets the person', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    const dispatcher = kit.start()
    await kit.settled()
    await kit.accept(track('m1'))
    await kit.settled()
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED', attemptCount: 1, settledAtMs: kit.clock.now() })
    expect(kit.calls).toMatchObject([{ ids: ['m1'], path: '/api/events' }])
    expect(dispatcher.state()).toMatchObject({
      isHolder: true,
      inFlightCount: 0,
      takenUpCount: 0,
      pausedOperations: [],
    })
    expect(await kit.outbox.store.readBodies([1])).toEqual([])
  })

  it('sends what waits in as few calls as Klaviyo allows, and settles each event', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    await kit.accept(...names('m', 1_500).map((name) => track(name)))
    const dispatcher = kit.start()
    await kit.done()
    expect(kit.calls.map(({ path, ids }) => [path, ids.length])).toEqual([
      ['/api/event-bulk-create-jobs', 1_000],
      ['/api/event-bulk-create-jobs', 500],
    ])
    expect(await kit.status('m1499')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
    const rate = dispatcher.state().rates.find(({ operation }) => operation === 'bulk_create_events')
    const { limitCount = 0, leftCount = 0 } = rate?.windows.at(-1) ?? {}
    expect(limitCount - leftCount).toBe(2)
  })

  it('keeps within the share of the rate limits that is set', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.imported(), settings: { rateShare: 0.1 } })
    await kit.accept(...names('u', 90).map((userId) => ({ type: 'identify', messageId: userId, userId })))
    kit.start()
    const startedAtMs = kit.clock.now()
    await kit.until(() => kit.calls.length === 90, 300_000)
    // 700 a minute, a tenth of it.
    expect(kit.clock.now() - startedAtMs).toBeGreaterThan(15_000)
    const within = kit.calls.map(({ atMs }) =>
      kit.calls.filter((call) => call.atMs >= atMs && call.atMs < atMs + 60_000),
    )
    expect(Math.max(...within.map(({ length }) => length))).toBeLessThanOrEqual(70)
  })

  it('keeps the order of a person along every identifier, and lets others pass', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const kit = await createDispatchKit({
      answer: ({ ids }) => (ids.includes('m1') ? held.then(() => REPLY.taken()) : REPLY.taken()),
    })
    kit.start()
    await kit.accept(track('m1', 'u1'))
    await kit.settled()
    // m3 is tied to m1 by way of m2: neither may overtake.
    await kit.accept(track('m2', 'u1', 'a@example.com'), track('m3', 'u3', 'A@example.com'), track('other'))
    await kit.settled()
    expect(kit.sent()).toEqual(['m1', 'other'])
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERING' })
    expect(await kit.status('m2')).toMatchObject({ status: 'ACCEPTED' })
    release()
    await kit.done()
    expect(kit.sent()).toEqual(['m1', 'other', 'm2', 'm3'])
  })

  it('has at most so many calls under way', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const kit = await createDispatchKit({ answer: () => held.then(() => REPLY.imported()) })
    await kit.accept(...names('u', 40).map((userId) => ({ type: 'identify', messageId: userId, userId })))
    const dispatcher = kit.start({ maxCallsCount: 3 })
    const startedAtMs = kit.clock.now()
    await kit.until(() => kit.clock.now() >= startedAtMs + 5_000)
    expect(kit.calls).toHaveLength(3)
    expect(dispatcher.state().inFlightCount).toBe(3)
    release()
    await kit.done()
    expect(kit.calls).toHaveLength(40)
  })

  it('takes up no more than fits its memory, and the rest later', async () => {
    let isOpen = false
    const kit = await createDispatchKit({ answer: () => (isOpen ? REPLY.taken() : REPLY.rateLimited()) })
    await kit.accept(...names('m', 30).map((name) => track(name)))
    const dispatcher = kit.start({ maxTakenUpCount: 10 })
    await kit.until(() => dispatcher.state().takenUpCount === 10 && dispatcher.state().backlogCount === 30)
    expect(dispatcher.state()).toMatchObject({ isFull: true, takenUpCount: 10, backlogCount: 30 })
    isOpen = true
    await kit.done()
    expect(new Set(kit.sent()).size).toBe(30)
  })

  it('plans again with the settings of now: what no longer fits is a dead letter, what is filtered now is not sent', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    await kit.accept({ ...track('m1'), context: { traits: { phone: '+12345578900' } } }, track('m2'), track('m3'))
    const settings = { enforceEmailAsPrimary: true, events: { allow: ['Viewed'] } }
    const mended = await createDispatchKit({ answer: takeAll, settings, share: { kit, account: 'shop' } })
    const dispatcher = mended.start()
    await kit.until(async () => (await kit.status('m3'))?.status === 'DEAD')
    await kit.done()
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED' })
    expect(await kit.status('m2')).toMatchObject({ status: 'DEAD', error: { code: 'CANNOT_BE_PLANNED' } })
    await kit.stop(dispatcher)
    await kit.accept(track('m4'))
    const filtering = await createDispatchKit({
      answer: takeAll,
      settings: { events: { deny: ['Viewed'] } },
      share: { kit, account: 'shop' },
    })
    const second = filtering.start()
    await kit.until(async () => (await kit.status('m4'))?.status === 'FILTERED')
    expect(await kit.status('m4')).toMatchObject({ warnings: [{ code: 'FILTERED' }] })
    expect(filtering.calls).toEqual([])
    await kit.stop(second)
  })

  it('goes on behind the requests of an event that were answered', async () => {
    const kit = await createDispatchKit({
      answer: ({ path }, earlierCount) => {
        if (path === '/api/profile-import') return REPLY.imported()
        return earlierCount === 1 ? REPLY.rateLimited() : REPLY.taken()
      },
      settings: { listId: 'XUepkK', consent: ['email'] },
    })
    kit.start()
    await kit.accept({
      type: 'identify',
      messageId: 'm1',
      traits: { email: 'a@example.com', properties: { subscribe: true } },
    })
    await kit.done()
    const subscribe = '/api/profile-subscription-bulk-create-jobs'
    expect(kit.calls.map(({ path }) => path)).toEqual(['/api/profile-import', subscribe, subscribe])
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })

  it('waits at a stop for what is under way, then ends it and hands it back uncounted', async () => {
    const kit = await createDispatchKit({
      answer: (call, earlierCount) => (call.ids.includes('slow') && earlierCount === 0 ? silence(call) : REPLY.taken()),
    })
    const first = kit.start()
    await kit.accept(track('slow', 'u1'))
    await kit.until(() => kit.calls.length === 1)
    await kit.accept(track('behind', 'u1'))
    const askedAtMs = kit.clock.now()
    await kit.stop(first)
    expect(kit.clock.now() - askedAtMs).toBeGreaterThanOrEqual(8_000)
    expect(kit.clock.now() - askedAtMs).toBeLessThan(10_000)
    expect(kit.sent()).toEqual(['slow'])
    expect(await kit.outbox.find({ account: 'shop', source: 'web', messageId: 'slow' })).toMatchObject({
      status: STATUS.RETRYING,
      claims: 0,
      failures: 0,
    })
    const restartedAtMs = kit.clock.now()
    kit.start()
    await kit.done()
    expect(kit.sent()).toEqual(['slow', 'slow', 'behind'])
    // The lease was freed: nobody had to wait for it, but a second for what the former may have sent.
    expect((kit.calls[1]?.atMs ?? 0) - restartedAtMs).toBeLessThanOrEqual(2_000)
  })

  it('stops at once when nothing is under way, and leaves what was not sent as it is', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.rateLimited() })
    const dispatcher = kit.start()
    await kit.accept(track('m1'))
    await kit.until(() => kit.calls.length === 1)
    await kit.accept(track('m2'))
    await kit.settled()
    const askedAtMs = kit.clock.now()
    await kit.stop(dispatcher)
    expect(kit.clock.now() - askedAtMs).toBeLessThanOrEqual(250)
    expect(await kit.status('m2')).toMatchObject({ status: 'ACCEPTED', attemptCount: 0 })
  })
})

describe('retention', () => {
  it('deletes what was delivered long ago, after which its messageId is taken again', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    kit.start({ deliveredRetentionMs: 20_000, deadRetentionMs: 100_000 })
    await kit.accept(track('m1'), { type: 'identify', messageId: 'profile', userId: 'u1' })
    await kit.until(async () => (await kit.status('m1')) === undefined, 120_000)
    // It wrote a profile, and stays as long as dead letters.
    expect(await kit.status('profile')).toMatchObject({ status: 'DELIVERED' })
    expect(await kit.accept(track('m1'))).toMatchObject([{ duplicate: false }])
    await kit.until(async () => (await kit.status('profile')) === undefined, 120_000)
  })
})
