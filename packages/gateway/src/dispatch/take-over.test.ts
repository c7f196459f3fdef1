import { describe, expect, it } from 'vitest'
import type { Lease } from '../outbox/outbox-store.ts'
import { createDispatchKit, type Answer, type DispatchKit } from './testing/dispatch-kit.ts'
import { REPLY } from './testing/replies.ts'
import { track } from './testing/track.ts'

const takeAll: Answer = () => REPLY.taken()
const UNSUBSCRIBE = '/api/profile-subscription-bulk-delete-jobs'
const SUBSCRIBE = '/api/profile-subscription-bulk-create-jobs'
const JOBS = '/api/profile-bulk-import-jobs'

const group = (messageId: string, subscribe: boolean, email = 'a@example.com') => ({
  type: 'group',
  groupId: 'XUepkK',
  messageId,
  traits: { subscribe, consent: ['email'] },
  context: { traits: { email } },
})
const identify = (userId: string) => ({ type: 'identify', messageId: userId, userId })

/** What another process did before it died: it took events up and began to send some of them. */
async function die({ outbox }: DispatchKit, { begunCount = 0, lives = 1 }): Promise<{ lease: Lease; seqs: number[] }> {
  const lease = await outbox.store.takeLease({ account: 'shop', holder: 'dead', leaseMs: 5_000 })
  if (lease === undefined) throw new Error('a new account has no other holder')
  const seqs = (await outbox.store.takeUp(lease, 1_000)).map(({ seq }) => seq)
  await outbox.store.startAttempts(
    lease,
    seqs.slice(0, begunCount).map((seq) => ({ seq, claims: lives })),
  )
  return { lease, seqs }
}

describe('a new holder', () => {
  it('goes on with what a dead one left, in order, once its lease ran out', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    await kit.accept(track('m1', 'u1'), track('m2', 'u1'), track('m3', 'u1'))
    await die(kit, { begunCount: 1 })
    const diedAtMs = kit.clock.now()
    kit.start()
    await kit.done()
    expect(kit.sent()).toEqual(['m1', 'm2', 'm3'])
    const tookMs = (kit.calls[0]?.atMs ?? 0) - diedAtMs
    // With a second more, for what the dead one may have sent last.
    expect(tookMs).toBeGreaterThanOrEqual(6_000)
    expect(tookMs).toBeLessThanOrEqual(8_000)
  })

  it.each([
    { lives: 3, becomes: 'DELIVERED', sent: true },
    { lives: 10, becomes: 'DEAD', sent: false },
  ])(
    'treats an event that $lives holders began and never settled as one that may kill the process',
    async ({ lives, becomes, sent }) => {
      const kit = await createDispatchKit({ answer: takeAll })
      await kit.accept(...['suspect', 'm1', 'm2', 'm3'].map((name) => track(name)))
      await die(kit, { begunCount: 1, lives })
      kit.start()
      await kit.done()
      expect(await kit.status('suspect')).toMatchObject({ status: becomes })
      expect(kit.calls.map(({ ids }) => ids)).toEqual([...(sent ? [['suspect']] : []), ['m1', 'm2', 'm3']])
    },
  )

  it('does not count the calls of one life: a bad event that was looked for by halves is no suspect', async () => {
    let isBad = true
    const kit = await createDispatchKit({
      answer: ({ ids }) => (isBad && ids.includes('bad') ? REPLY.serverError() : REPLY.taken()),
    })
    await kit.accept(track('bad'), ...Array.from({ length: 60 }, (_, index) => track(`m${index}`)))
    const store = { ...kit.outbox.store, settle: async () => true }
    const first = kit.start({ outbox: { ...kit.outbox, store } })
    await kit.until(() => kit.calls.filter(({ ids }) => ids.includes('bad')).length > 4)
    const claims = async () => (await kit.outbox.find({ account: 'shop', source: 'web', messageId: 'bad' }))?.claims
    expect(await claims()).toBe(1)
    isBad = false
    await kit.stop(first)
  })

  it('keeps opposite changes of consent of one person apart, those before it too, and sends equal ones together', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    const first = kit.start()
    await kit.accept(group('on', true), group('on again', true), group('off', false))
    await kit.until(() => kit.calls.length === 1)
    expect(kit.calls).toMatchObject([{ path: SUBSCRIBE }])
    const changedAtMs = kit.calls[0]?.atMs ?? 0
    await kit.stop(first)
    kit.start()
    await kit.done()
    expect(kit.calls).toMatchObject([{ path: SUBSCRIBE }, { path: UNSUBSCRIBE }])
    expect((kit.calls[1]?.atMs ?? 0) - changedAtMs).toBeGreaterThanOrEqual(10_000)
  })

  it('warns of a subscription that Klaviyo may ignore, for what was changed before it too', async () => {
    const kit = await createDispatchKit({ answer: takeAll })
    const first = kit.start()
    await kit.accept(group('on', true), group('off', false))
    await kit.done()
    await kit.stop(first)
    kit.clock.advance(20 * 60_000)
    kit.start()
    await kit.accept(group('on again', true))
    await kit.done()
    expect(await kit.status('on again')).toMatchObject({
      status: 'DELIVERED',
      warnings: [{ code: 'RESUBSCRIBE_MAY_BE_IGNORED' }],
    })
  })

  it('follows the bulk import of a dead one instead of sending it again', async () => {
    let status = 'processing'
    const kit = await createDispatchKit({
      answer: ({ method, path }) =>
        method === 'GET' && path.startsWith(JOBS)
          ? REPLY.list([{ id: 'job-1', attributes: { status, failed_count: 0 } }])
          : REPLY.imported(),
    })
    await kit.accept(identify('u1'), identify('u2'), track('behind', 'u1'))
    const { lease, seqs } = await die(kit, { begunCount: 2 })
    await kit.outbox.store.follow(lease, seqs.slice(0, 2), 'job-1')
    const dispatcher = kit.start()
    await kit.until(() => kit.calls.length >= 2)
    expect(dispatcher.state()).toMatchObject({ unfinishedJobsCount: 1, takenUpCount: 3 })
    expect(await kit.status('u1')).toMatchObject({ status: 'DELIVERING' })
    status = 'complete'
    await kit.done(120_000)
    expect(kit.calls.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/api/events', ids: ['behind'] },
    ])
    expect(await kit.status('u2')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })

  it('imports nothing again before every job that may hold it is over', async () => {
    let status = 'processing'
    const kit = await createDispatchKit({
      answer: ({ method }) =>
        method === 'GET'
          ? REPLY.list(
              status === 'complete'
                ? []
                : [{ id: 'job-1', attributes: { status, created_at: '2024-06-15T11:59:59Z' } }],
            )
          : REPLY.imported(),
    })
    await kit.accept(identify('u1'), track('m1', 'u9'))
    await die(kit, { begunCount: 1 })
    kit.start()
    await kit.until(() => kit.calls.filter(({ method }) => method === 'GET').length >= 3, 120_000)
    expect(kit.calls.filter(({ method }) => method === 'POST').flatMap(({ ids }) => ids)).toEqual(['m1'])
    status = 'complete'
    await kit.done(120_000)
    expect(kit.sent()).toEqual(['m1', 'u1'])
  })

  it.each([
    { listed: true, sentCount: 1 },
    { listed: false, sentCount: 0 },
  ])('asks the list before it unsubscribes again; on the list: $listed', async ({ listed, sentCount }) => {
    const kit = await createDispatchKit({
      answer: ({ method }) =>
        method === 'GET'
          ? REPLY.list(listed ? [{ id: 'P1', attributes: { email: 'a@example.com' } }] : [])
          : REPLY.taken(),
    })
    await kit.accept(group('off', false), group('never begun', false, 'b@example.com'))
    await die(kit, { begunCount: 1 })
    kit.start()
    await kit.done()
    const asked = kit.calls.filter(({ method }) => method === 'GET')
    expect(asked).toHaveLength(1)
    expect(asked[0]?.path).toContain('/api/lists/XUepkK/profiles')
    expect(asked[0]?.path).not.toContain('b@example.com')
    const sent = kit.calls.filter(({ path }) => path === UNSUBSCRIBE).flatMap(({ ids }) => ids)
    expect(sent.filter((id) => id === 'a@example.com')).toHaveLength(sentCount)
    expect(sent).toContain('b@example.com')
    expect(await kit.status('off')).toMatchObject({ status: 'DELIVERED' })
  })

  it('knows of an unsubscribe whose outcome stayed unknown, also when it was written down to be tried again', async () => {
    let isUp = false
    const kit = await createDispatchKit({
      answer: ({ method }) => {
        if (!isUp) return REPLY.serverError()
        return method === 'GET' ? REPLY.list([]) : REPLY.taken()
      },
    })
    const first = kit.start()
    await kit.accept(group('off', false))
    await kit.until(async () => (await kit.status('off'))?.status === 'RETRYING')
    await kit.stop(first)
    isUp = true
    const before = kit.calls.length
    kit.start()
    await kit.done(300_000)
    expect(kit.calls.slice(before).map(({ method }) => method)).toEqual(['GET'])
  })
})
