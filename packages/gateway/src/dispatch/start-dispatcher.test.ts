import { describe, expect, it } from 'vitest'
import { STATUS } from '../outbox/event-status.ts'
import { createDispatchKit, type Answer } from './testing/dispatch-kit.ts'
import { OUTCOME } from './testing/outcomes.ts'
import { track } from './testing/track.ts'

const deliverAll: Answer = () => OUTCOME.delivered
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)

describe('a dispatcher', () => {
  it('delivers what is accepted, at once and without a clock, and forgets the person', async () => {
    const kit = await createDispatchKit({ answer: deliverAll })
    const dispatcher = kit.start()
    await kit.settled()
    await kit.accept(track('m1'))
    await kit.settled()
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED', attemptCount: 1, settledAtMs: kit.clock.now() })
    expect(kit.calls).toMatchObject([{ messageId: 'm1', plan: { requests: [{ operation: 'create_event' }] } }])
    expect(dispatcher.state()).toMatchObject({
      isHolder: true,
      inFlightCount: 0,
      takenUpCount: 0,
      pausedOperations: [],
    })
  })

  it('keeps the order of a person along every identifier, and lets others pass', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const kit = await createDispatchKit({
      answer: ({ messageId }) => (messageId === 'm1' ? held.then(() => OUTCOME.delivered) : OUTCOME.delivered),
    })
    kit.start()
    // m3 is tied to m1 by way of m2: neither may overtake.
    await kit.accept(
      track('m1', 'u1'),
      track('m2', 'u1', 'a@example.com'),
      track('m3', 'u3', 'A@example.com'),
      track('other'),
    )
    await kit.settled()
    expect(kit.sent()).toEqual(['m1', 'other'])
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERING' })
    expect(await kit.status('m2')).toMatchObject({ status: 'ACCEPTED' })
    release()
    await kit.until(() => kit.calls.length === 4)
    expect(kit.sent()).toEqual(['m1', 'other', 'm2', 'm3'])
  })

  it('delivers at most so many at the same time', async () => {
    let inFlight = 0
    let most = 0
    const answer: Answer = async () => {
      most = Math.max(most, ++inFlight)
      await new Promise((resolve) => setImmediate(resolve))
      inFlight -= 1
      return OUTCOME.delivered
    }
    const kit = await createDispatchKit({ answer })
    await kit.accept(...names('m', 60).map((name) => track(name)))
    kit.start({ maxConcurrentCount: 7 })
    await kit.until(() => kit.calls.length === 60)
    expect(most).toBe(7)
  })

  it('takes up no more than fits its memory, and the rest later', async () => {
    let isOpen = false
    const kit = await createDispatchKit({ answer: () => (isOpen ? OUTCOME.delivered : OUTCOME.rateLimited) })
    await kit.accept(...names('m', 30).map((name) => track(name)))
    const dispatcher = kit.start({ maxTakenUpCount: 10 })
    await kit.until(() => dispatcher.state().takenUpCount === 10 && dispatcher.state().backlogCount === 30)
    expect(dispatcher.state()).toMatchObject({ isFull: true, takenUpCount: 10, backlogCount: 30 })
    isOpen = true
    await kit.until(async () => (await kit.outbox.store.countBacklog('shop')) === 0)
    expect(new Set(kit.sent()).size).toBe(30)
  })

  it('plans again with the settings of now: what no longer fits is a dead letter, what is filtered now is not sent', async () => {
    const kit = await createDispatchKit({ answer: deliverAll })
    await kit.accept({ ...track('m1'), context: { traits: { phone: '+12345578900' } } }, track('m2'), track('m3'))
    const settings = { enforceEmailAsPrimary: true, events: { allow: ['Viewed'] } }
    const mended = await createDispatchKit({ answer: deliverAll, settings, share: { kit, account: 'shop' } })
    const dispatcher = mended.start()
    await kit.until(async () => (await kit.status('m3'))?.status === 'DEAD')
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED' })
    expect(await kit.status('m2')).toMatchObject({ status: 'DEAD', error: { code: 'CANNOT_BE_PLANNED' } })
    await kit.stop(dispatcher)
    await kit.accept(track('m4'))
    const filtering = await createDispatchKit({
      answer: deliverAll,
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
      answer: (_, earlierCount) =>
        earlierCount === 0
          ? { ...OUTCOME.network, operation: 'subscribe_profiles', answeredCount: 1 }
          : OUTCOME.delivered,
      settings: { listId: 'XUepkK', consent: ['email'] },
    })
    kit.start()
    await kit.accept({
      type: 'identify',
      messageId: 'm1',
      traits: { email: 'a@example.com', properties: { subscribe: true } },
    })
    await kit.until(() => kit.calls.length === 2)
    expect(kit.calls.map(({ options }) => options.answeredCount)).toEqual([0, 1])
    expect(kit.calls[0]?.plan.requests).toHaveLength(2)
  })

  it('sends opposite changes of consent of one person apart, also over a restart, and equal ones at once', async () => {
    const group = (messageId: string, subscribe: boolean) => ({
      type: 'group',
      groupId: 'XUepkK',
      messageId,
      userId: 'u1',
      traits: { subscribe, consent: ['email'] },
      context: { traits: { email: 'a@example.com' } },
    })
    const kit = await createDispatchKit({ answer: deliverAll })
    const first = kit.start()
    await kit.accept(group('on', true), group('on again', true), group('off', false), track('else', 'u2'))
    await kit.until(() => kit.calls.length === 3)
    expect(kit.sent()).toEqual(['on', 'else', 'on again'])
    const changedAtMs = kit.calls[2]?.atMs ?? 0
    await kit.stop(first)
    kit.start()
    await kit.until(() => kit.calls.length === 4)
    expect((kit.calls[3]?.atMs ?? 0) - changedAtMs).toBeGreaterThanOrEqual(10_000)
  })

  it('goes on with what a dead holder left, in order, once its lease ran out', async () => {
    const kit = await createDispatchKit({ answer: deliverAll })
    await kit.accept(track('m1', 'u1'), track('m2', 'u1'), track('m3', 'u1'))
    const lease = await kit.outbox.store.takeLease({ account: 'shop', holder: 'dead', leaseMs: 5_000 })
    if (lease === undefined) throw new Error('a new account has no other holder')
    const [first] = await kit.outbox.store.takeUp(lease, 2)
    await kit.outbox.store.startAttempts(lease, [first?.seq ?? 0])
    const diedAtMs = kit.clock.now()
    kit.start()
    await kit.until(() => kit.calls.length === 3)
    expect(kit.sent()).toEqual(['m1', 'm2', 'm3'])
    const tookMs = (kit.calls[0]?.atMs ?? 0) - diedAtMs
    expect(tookMs).toBeGreaterThanOrEqual(5_000)
    expect(tookMs).toBeLessThanOrEqual(7_000)
  })

  it.each([
    { claims: 3, becomes: 'DELIVERED', sent: true },
    { claims: 10, becomes: 'DEAD', sent: false },
  ])(
    'treats an event that was begun $claims times and never settled as one that may kill the process',
    async ({ claims, becomes, sent }) => {
      const inFlight = new Set<string>()
      const beside: number[] = []
      const answer: Answer = async ({ messageId }) => {
        inFlight.add(messageId)
        if (inFlight.has('suspect')) beside.push(inFlight.size)
        await new Promise((resolve) => setImmediate(resolve))
        inFlight.delete(messageId)
        return OUTCOME.delivered
      }
      const kit = await createDispatchKit({ answer })
      await kit.accept(...['m1', 'suspect', 'm2', 'm3'].map((name) => track(name)))
      const lease = await kit.outbox.store.takeLease({ account: 'shop', holder: 'dead', leaseMs: 5_000 })
      if (lease === undefined) throw new Error('a new account has no other holder')
      const seq = (await kit.outbox.store.takeUp(lease, 9))[1]?.seq ?? 0
      for (let count = 0; count < claims; count += 1) await kit.outbox.store.startAttempts(lease, [seq])
      kit.start()
      await kit.until(async () => (await kit.outbox.store.countBacklog('shop')) === 0)
      expect(await kit.status('suspect')).toMatchObject({ status: becomes })
      expect(kit.sent().toSorted()).toEqual(sent ? ['m1', 'm2', 'm3', 'suspect'] : ['m1', 'm2', 'm3'])
      expect(beside).toEqual(sent ? [1] : [])
    },
  )

  it('waits at a stop for what is under way, then ends it and hands it back uncounted', async () => {
    const kit = await createDispatchKit({
      answer: ({ options, messageId }, earlierCount) =>
        messageId === 'slow' && earlierCount === 0
          ? new Promise((resolve) => options.signal.addEventListener('abort', () => resolve(OUTCOME.network)))
          : OUTCOME.delivered,
    })
    const first = kit.start()
    await kit.accept(track('slow', 'u1'), track('behind', 'u1'))
    await kit.until(() => kit.calls.length === 1)
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
    await kit.until(() => kit.calls.length === 3)
    expect(kit.sent()).toEqual(['slow', 'slow', 'behind'])
    // The lease was freed: nobody had to wait for it.
    expect((kit.calls[1]?.atMs ?? 0) - restartedAtMs).toBeLessThan(2_000)
  })
})

describe('retention', () => {
  it('deletes what was delivered long ago, after which its messageId is taken again', async () => {
    const kit = await createDispatchKit({ answer: deliverAll })
    kit.start({ deliveredRetentionMs: 20_000, deadRetentionMs: 100_000 })
    await kit.accept(track('m1'), { type: 'identify', messageId: 'profile', userId: 'u1' })
    await kit.until(async () => (await kit.status('m1')) === undefined, 120_000)
    // It wrote a profile, and stays as long as dead letters.
    expect(await kit.status('profile')).toMatchObject({ status: 'DELIVERED' })
    expect(await kit.accept(track('m1'))).toMatchObject([{ duplicate: false }])
    await kit.until(async () => (await kit.status('profile')) === undefined, 120_000)
  })
})
