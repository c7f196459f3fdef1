import { describe, expect, it } from 'vitest'
import { STATUS } from './event-status.ts'
import { newEvent } from './testing/new-event.ts'
import { holdShop, takeShop, type StoreUnderTest } from './testing/store-under-test.ts'

const KEY = { account: 'shop', source: 'web' }
/** Begun by so many holders. */
const begun = (seqs: readonly number[], claims = 1) => seqs.map((seq) => ({ seq, claims }))
const ids = (...messageIds: string[]) => messageIds.map((messageId) => newEvent({ messageId }))

/** What every backend of the outbox must do. `open` gives an empty store, closed after the test. */
export function describeOutboxStore(name: string, open: () => Promise<StoreUnderTest>): void {
  const holding = (count?: number) => holdShop(open, count)
  const take = takeShop

  describe(`${name}`, () => {
    it('keeps events in the order in which they came, and finds them by their key', async () => {
      const { store, now } = await open()
      const results = await store.insert(ids('m1', 'm2', 'm3'))
      const seqs = results.map(({ row }) => row.seq)
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
      expect(new Set(seqs).size).toBe(3)
      const { seq, ...row } = (await store.find({ ...KEY, messageId: 'm2' })) ?? { seq: 0 }
      expect(seq).toBe(seqs[1])
      expect(row).toMatchObject({
        ...KEY,
        messageId: 'm2',
        type: 'track',
        name: 'Viewed',
        status: STATUS.ACCEPTED,
        acceptedAtMs: now(),
      })
    })

    it('takes a messageId once per account and source, within a group and across groups', async () => {
      const { store } = await open()
      const first = newEvent({ messageId: 'm1' })
      const others = [newEvent({ messageId: 'm1', source: 'app' }), newEvent({ messageId: 'm1', account: 'other' })]
      const group = await store.insert([first, { ...first, digest: 'another' }, ...others])
      expect(group.map(({ isDuplicate }) => isDuplicate)).toEqual([false, true, false, false])
      expect(group[1]?.row).toEqual(group[0]?.row)
      const [again] = await store.insert([{ ...first, digest: 'another' }])
      expect(again).toMatchObject({ isDuplicate: true, row: { digest: first.digest } })
    })

    it('keeps nothing of a group that fails', async () => {
      const { store } = await open()
      // A column of whole numbers refuses half a bit in every backend.
      const broken = newEvent({ messageId: 'm2', ops: 0.5 })
      await expect(store.insert([newEvent({ messageId: 'm1' }), broken])).rejects.toThrow(/./)
      expect(await store.find({ ...KEY, messageId: 'm1' })).toBeUndefined()
      expect(await store.insert(ids('m1'))).toMatchObject([{ isDuplicate: false }])
    })

    it('settles a filtered event at once and hands it to nobody', async () => {
      const { store, lease, now } = await holding()
      const [result] = await store.insert([newEvent({ messageId: 'f', isFiltered: true, keys: [], body: undefined })])
      expect(result?.row).toMatchObject({ status: STATUS.FILTERED, settledAtMs: now() })
      expect(await store.find({ ...KEY, messageId: 'f' })).toEqual(result?.row)
      expect(await store.takeUp(lease, 10)).toEqual([])
    })

    it('gives the lease of an account to one holder, and to the next when it ran out', async () => {
      const { store, advance } = await open()
      const first = await take(store, 'a')
      expect(first).toEqual({ account: 'shop', holder: 'a', token: 1 })
      expect(await take(store, 'b')).toBeUndefined()
      expect(await store.takeLease({ account: 'other', holder: 'b', leaseMs: 5_000 })).toMatchObject({ token: 1 })
      advance(4_000)
      expect(await take(store, 'a')).toEqual(first)
      advance(4_999)
      expect(await take(store, 'b')).toBeUndefined()
      advance(2)
      expect(await take(store, 'b')).toMatchObject({ holder: 'b', token: 2 })
      expect(await take(store, 'a')).toBeUndefined()
    })

    it('gives a lease that was freed to the next at once', async () => {
      const { store, lease, advance } = await holding()
      await store.releaseLease(lease)
      advance(1)
      expect(await take(store, 'b')).toMatchObject({ token: 2 })
    })

    it('changes nothing for a holder that lost its lease', async () => {
      const { store, lease, seqs, advance } = await holding(2)
      expect(await store.takeUp(lease, 1)).toHaveLength(1)
      const [seq = 0] = seqs
      advance(5_001)
      for (const _ of ['run out', 'taken by another']) {
        expect(await store.takeUp(lease, 10)).toEqual([])
        expect(await store.startAttempts(lease, begun([seq]))).toBe(false)
        expect(await store.follow(lease, [seq], 'job')).toBe(false)
        expect(await store.settle(lease, [{ seq, status: STATUS.DELIVERED, isFailure: false }])).toBe(false)
        expect(await store.report(lease, { backlogCount: 1, pausedUntilMs: 1, lastError: 'x' })).toBe(false)
        await take(store, 'b')
      }
      expect(await store.find({ ...KEY, messageId: 'm0' })).toMatchObject({ status: STATUS.DELIVERING, claims: 0 })
      expect(await store.find({ ...KEY, messageId: 'm1' })).toMatchObject({ status: STATUS.ACCEPTED })
    })

    it('takes up the oldest new events of the account, each once, with what the dispatcher needs of them', async () => {
      const { store, lease, seqs, now } = await holding(3)
      await store.insert([newEvent({ messageId: 'm9', account: 'other' })])
      const first = await store.takeUp(lease, 2)
      expect(first.map(({ seq }) => seq)).toEqual(seqs.slice(0, 2))
      expect(first[0]).toEqual({
        seq: seqs[0],
        keys: ['x:u1'],
        ops: 2,
        writes: 0,
        status: STATUS.DELIVERING,
        claims: 0,
        failures: 0,
        job: undefined,
        acceptedAtMs: now(),
        dueAtMs: undefined,
        error: undefined,
      })
      expect((await store.takeUp(lease, 10)).map(({ seq }) => seq)).toEqual(seqs.slice(2))
      expect(await store.takeUp(lease, 10)).toEqual([])
    })

    it('hands out events as accepted, as long as they are not settled, and counts nothing', async () => {
      const { store, lease, seqs } = await holding(3)
      await store.takeUp(lease, 2)
      const body = (messageId: string) => newEvent({ messageId }).body
      expect((await store.readBodies(seqs)).toSorted((a, b) => a.seq - b.seq)).toEqual([
        { seq: seqs[0], body: body('m0'), warnings: undefined },
        { seq: seqs[1], body: body('m1'), warnings: undefined },
      ])
      expect(await store.find({ ...KEY, messageId: 'm0' })).toMatchObject({ status: STATUS.DELIVERING, claims: 0 })
      await store.settle(lease, [{ seq: seqs[0] ?? 0, status: STATUS.DELIVERED, isFailure: false }])
      expect(await store.readBodies(seqs)).toMatchObject([{ seq: seqs[1] }])
    })

    it('writes down before a call that a holder has begun, however many calls there are', async () => {
      const { store, lease, seqs } = await holding(2)
      await store.takeUp(lease, 2)
      for (const _ of ['a call', 'another']) {
        expect(await store.startAttempts(lease, begun(seqs.slice(0, 1)))).toBe(true)
        expect(await store.find({ ...KEY, messageId: 'm0' })).toMatchObject({ status: STATUS.DELIVERING, claims: 1 })
      }
      expect(await store.startAttempts(lease, begun(seqs.slice(0, 1), 2))).toBe(true)
      expect(await store.find({ ...KEY, messageId: 'm0' })).toMatchObject({ status: STATUS.DELIVERING, claims: 2 })
      expect(await store.find({ ...KEY, messageId: 'm1' })).toMatchObject({ status: STATUS.DELIVERING, claims: 0 })
    })

    it('keeps the bulk import that carries events until a next call is begun, or they are settled', async () => {
      const { store, lease, seqs } = await holding(3)
      await store.takeUp(lease, 3)
      await store.startAttempts(lease, begun(seqs))
      expect(await store.follow(lease, seqs, 'job-1')).toBe(true)
      const jobs = async () =>
        (await store.loadTakenUp('shop', { afterSeq: 0, limit: 9 })).map(({ seq, job }) => [seq, job])
      expect(await jobs()).toEqual(seqs.map((seq) => [seq, 'job-1']))
      const [first = 0, second = 0, third = 0] = seqs
      await store.startAttempts(lease, begun([first]))
      await store.settle(lease, [
        { seq: second, status: STATUS.RETRYING, isFailure: false, dueAtMs: 7, error: '{"code":"UNAVAILABLE"}' },
      ])
      expect(await jobs()).toEqual([
        [first, undefined],
        [second, undefined],
        [third, 'job-1'],
      ])
    })

    it('settles a whole batch, each event in its own way', async () => {
      const { store, lease, seqs, now, advance } = await holding(3)
      await store.takeUp(lease, 3)
      await store.startAttempts(lease, begun(seqs))
      advance(100)
      const [done = 0, again = 0, dead = 0] = seqs
      const warnings = '[{"path":"","code":"PARTIAL_FAILURE","message":"…"}]'
      const dueAtMs = now() + 1_000.4
      const isHeld = await store.settle(lease, [
        { seq: done, status: STATUS.DELIVERED, isFailure: false, warnings },
        { seq: again, status: STATUS.RETRYING, isFailure: true, dueAtMs, error: '{"code":"TIMEOUT"}' },
        { seq: dead, status: STATUS.DEAD, isFailure: true, error: '{"code":"REJECTED"}' },
      ])
      expect(isHeld).toBe(true)
      const rows = await Promise.all(['m0', 'm1', 'm2'].map((messageId) => store.find({ ...KEY, messageId })))
      expect(rows).toMatchObject([
        { status: STATUS.DELIVERED, claims: 0, failures: 0, settledAtMs: now(), warnings, error: undefined },
        {
          status: STATUS.RETRYING,
          claims: 0,
          failures: 1,
          settledAtMs: undefined,
          dueAtMs: Math.round(dueAtMs),
          error: '{"code":"TIMEOUT"}',
        },
        {
          status: STATUS.DEAD,
          claims: 0,
          failures: 1,
          settledAtMs: now(),
          dueAtMs: undefined,
          error: '{"code":"REJECTED"}',
        },
      ])
      // What was settled for good is never sent again.
      expect(await store.startAttempts(lease, begun(seqs))).toBe(false)
      expect(await store.startAttempts(lease, begun([again]))).toBe(true)
    })

    it('takes a settlement once; the same again changes nothing and is no lost lease', async () => {
      const { store, lease, seqs } = await holding(1)
      await store.takeUp(lease, 1)
      const [seq = 0] = seqs
      const settlement = { seq, status: STATUS.DEAD, isFailure: true, error: '{"code":"REJECTED"}' }
      expect(await store.settle(lease, [settlement])).toBe(true)
      expect(await store.settle(lease, [settlement])).toBe(true)
      expect(await store.find({ ...KEY, messageId: 'm0' })).toMatchObject({ failures: 1 })
    })

    it('gives a new holder what was taken up and not settled, in order and in pages', async () => {
      const { store, lease, seqs, advance } = await holding(5)
      await store.takeUp(lease, 4)
      await store.startAttempts(lease, begun(seqs.slice(0, 2)))
      const [first = 0, second = 0, third = 0, fourth = 0] = seqs
      await store.settle(lease, [
        { seq: first, status: STATUS.RETRYING, isFailure: true, dueAtMs: 7, error: '{"code":"TIMEOUT"}' },
        { seq: third, status: STATUS.DELIVERED, isFailure: false },
      ])
      advance(5_001)
      await take(store, 'b')
      const page = await store.loadTakenUp('shop', { afterSeq: 0, limit: 2 })
      expect(page).toMatchObject([
        { seq: first, status: STATUS.RETRYING, failures: 1, claims: 0, dueAtMs: 7, error: '{"code":"TIMEOUT"}' },
        { seq: second, status: STATUS.DELIVERING, failures: 0, claims: 1 },
      ])
      expect(await store.loadTakenUp('shop', { afterSeq: second, limit: 2 })).toMatchObject([
        { seq: fourth, claims: 0 },
      ])
    })
  })
}
