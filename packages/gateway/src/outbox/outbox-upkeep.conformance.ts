import { describe, expect, it } from 'vitest'
import { WRITES } from './event-bits.ts'
import { STATUS } from './event-status.ts'
import { newEvent } from './testing/new-event.ts'
import { holdShop, type StoreUnderTest } from './testing/store-under-test.ts'

const KEY = { account: 'shop', source: 'web' }

/** What every backend of the outbox must remember, forget and count. `open` gives an empty store, closed after the test. */
export function describeOutboxUpkeep(name: string, open: () => Promise<StoreUnderTest>): void {
  const holding = (count?: number) => holdShop(open, count)

  describe(`${name}`, () => {
    it('remembers which changes of consent were delivered lately', async () => {
      const { store, lease, now, advance } = await holding()
      const changes = [
        newEvent({ messageId: 'old', writes: WRITES.subscribe }),
        newEvent({ messageId: 'new', writes: WRITES.profile | WRITES.unsubscribe, keys: ['e:a@example.com', 'x:1'] }),
        newEvent({ messageId: 'profile', writes: WRITES.profile }),
        newEvent({ messageId: 'dead', writes: WRITES.subscribe }),
      ]
      await store.insert(changes)
      const [old = 0, ...rest] = (await store.takeUp(lease, 10)).map(({ seq }) => seq)
      await store.settle(lease, [{ seq: old, status: STATUS.DELIVERED, isFailure: false }])
      advance(1_000)
      const sinceMs = now()
      const [recent = 0, profile = 0, dead = 0] = rest
      await store.settle(lease, [
        { seq: recent, status: STATUS.DELIVERED, isFailure: false },
        { seq: profile, status: STATUS.DELIVERED, isFailure: false },
        { seq: dead, status: STATUS.DEAD, isFailure: true },
      ])
      const newest = { seq: recent, keys: ['e:a@example.com', 'x:1'], writes: 5, settledAtMs: sinceMs }
      expect(await store.recentConsent('shop', { sinceMs, limit: 9 })).toEqual([newest])
      expect(await store.recentConsent('shop', { sinceMs: 0, limit: 9 })).toMatchObject([{ seq: old }, newest])
      expect(await store.recentConsent('shop', { sinceMs: 0, limit: 1 })).toEqual([newest])
      expect(await store.recentConsent('other', { sinceMs, limit: 9 })).toEqual([])
    })

    it('deletes what is old, in steps; dead letters and what wrote something stay longer', async () => {
      const { store, lease, seqs, now, advance } = await holding(3)
      await store.insert([
        newEvent({ messageId: 'wrote', writes: WRITES.profile }),
        newEvent({ messageId: 'dead' }),
        newEvent({ messageId: 'waits' }),
      ])
      await store.insert([newEvent({ messageId: 'filtered', isFiltered: true, keys: [] })])
      const [wrote = 0, dead = 0] = (await store.takeUp(lease, 5)).slice(3).map(({ seq }) => seq)
      await store.settle(lease, [
        ...[...seqs, wrote].map((seq) => ({ seq, status: STATUS.DELIVERED, isFailure: false })),
        { seq: dead, status: STATUS.DEAD, isFailure: true },
      ])
      advance(1_000)
      const left = async () => {
        const messageIds = ['m0', 'm1', 'm2', 'filtered', 'wrote', 'dead', 'waits']
        const rows = await Promise.all(messageIds.map((messageId) => store.find({ ...KEY, messageId })))
        return rows.flatMap((row) => (row === undefined ? [] : [row.messageId]))
      }
      const before = { settledBeforeMs: now(), deadBeforeMs: now() - 1_000 }
      expect(await store.removeExpired({ ...before, limit: 3 })).toBe(3)
      expect(await store.removeExpired({ ...before, limit: 3 })).toBe(1)
      expect(await left()).toEqual(['wrote', 'dead', 'waits'])
      expect(await store.removeExpired({ ...before, deadBeforeMs: now(), limit: 3 })).toBe(2)
      expect(await left()).toEqual(['waits'])
    })

    it('counts what waits of an account', async () => {
      const { store, lease, seqs } = await holding(3)
      await store.insert([newEvent({ messageId: 'm9', account: 'other' })])
      await store.takeUp(lease, 2)
      await store.settle(
        lease,
        seqs.slice(0, 1).map((seq) => ({ seq, status: STATUS.DELIVERED, isFailure: false })),
      )
      expect(await store.countBacklog('shop')).toBe(2)
    })
  })
}
