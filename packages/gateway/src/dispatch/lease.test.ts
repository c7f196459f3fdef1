import { describe, expect, it } from 'vitest'
import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import { STATUS } from '../outbox/event-status.ts'
import { createDispatchKit, type DispatchKit } from './testing/dispatch-kit.ts'
import { REPLY, silence } from './testing/replies.ts'
import { track } from './testing/track.ts'

/** Another process takes the account. */
async function takeAway({ outbox }: DispatchKit): Promise<Lease> {
  const lease = await outbox.store.takeLease({ account: 'shop', holder: 'another process', leaseMs: 5_000 })
  if (lease === undefined) throw new Error('the lease should be free')
  return lease
}

describe('the lease', () => {
  it('is kept while the process lives', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.taken() })
    const dispatcher = kit.start()
    const startedAtMs = kit.clock.now()
    await kit.until(() => kit.clock.now() > startedAtMs + 20_000)
    expect(dispatcher.state().isHolder).toBe(true)
    await expect(takeAway(kit)).rejects.toThrow('should be free')
  })

  it('is asked for again before anything is sent by a process that stood still', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.taken() })
    kit.start()
    await kit.settled()
    kit.clock.freeze(6_000)
    const other = await takeAway(kit)
    await kit.accept(track('m1'))
    await kit.settled()
    expect(kit.calls).toEqual([])
    await kit.outbox.store.releaseLease(other)
    await kit.until(() => kit.calls.length === 1)
  })

  it('keeps what was taken up from being sent once it is lost', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.rateLimited() })
    kit.start()
    await kit.accept(track('m1'))
    await kit.until(() => kit.calls.length === 1)
    kit.clock.freeze(8_000)
    await takeAway(kit)
    // Its time has come, and a step of the clock lets what waited for it go.
    await kit.until(() => true)
    kit.clock.advance(1)
    await kit.settled()
    expect(kit.calls).toHaveLength(1)
  })

  it('ends what is under way when it is lost, and the next holder begins with what is written down', async () => {
    const kit = await createDispatchKit({
      answer: (call, earlierCount) => (call.ids.includes('m1') && earlierCount === 0 ? silence(call) : REPLY.taken()),
    })
    kit.start()
    await kit.accept(track('m1', 'u1'))
    await kit.until(() => kit.calls.length === 1)
    await kit.accept(track('m2', 'u1'))
    await kit.settled()
    kit.clock.freeze(6_000)
    const other = await takeAway(kit)
    // The other one delivers the first and dies.
    const [first] = await kit.outbox.store.loadTakenUp('shop', { afterSeq: 0, limit: 1 })
    await kit.outbox.store.settle(other, [{ seq: first?.seq ?? 0, status: STATUS.DELIVERED, isFailure: false }])
    await kit.until(() => kit.calls.length === 2)
    expect(kit.calls[0]?.signal.aborted).toBe(true)
    expect(kit.sent()).toEqual(['m1', 'm2'])
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED' })
  })

  it('writes what Klaviyo answered as soon as the outbox can, instead of sending again', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.taken() })
    let isFull = true
    let failedCount = 0
    const { store } = kit.outbox
    const settle: OutboxStore['settle'] = async (lease, settlements) => {
      if (!isFull) return store.settle(lease, settlements)
      failedCount += 1
      throw new Error('database or disk is full')
    }
    kit.start({ outbox: { ...kit.outbox, store: { ...store, settle } } })
    await kit.accept(track('m1', 'u1'))
    await kit.until(() => failedCount > 0)
    await kit.accept(track('m2', 'u1'))
    await kit.until(() => failedCount > 3)
    expect(kit.sent()).toEqual(['m1'])
    isFull = false
    await kit.done()
    expect(kit.sent()).toEqual(['m1', 'm2'])
    expect(await kit.status('m1')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })

  it('writes down which bulk import carries events as soon as the outbox can', async () => {
    let status = 'processing'
    const kit = await createDispatchKit({
      answer: ({ method }) =>
        method === 'POST' ? REPLY.job('job-1') : REPLY.list([{ id: 'job-1', attributes: { status, failed_count: 0 } }]),
    })
    let failedCount = 0
    const { store } = kit.outbox
    const follow: OutboxStore['follow'] = async (...parts) => {
      failedCount += 1
      if (failedCount < 3) throw new Error('database or disk is full')
      return store.follow(...parts)
    }
    await kit.accept(
      ...Array.from({ length: 101 }, (_, index) => ({ type: 'identify', messageId: `m${index}`, userId: `u${index}` })),
    )
    kit.start({ outbox: { ...kit.outbox, store: { ...store, follow } } })
    await kit.until(() => failedCount === 3)
    await kit.settled()
    const rows = await store.loadTakenUp('shop', { afterSeq: 0, limit: 200 })
    expect(new Set(rows.map(({ job }) => job))).toEqual(new Set(['job-1']))
    status = 'complete'
    await kit.done()
    expect(kit.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})
