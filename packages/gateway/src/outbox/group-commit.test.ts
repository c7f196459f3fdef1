import { describe, expect, it, onTestFinished } from 'vitest'
import type { EnqueueResult, NewEvent } from './event-row.ts'
import { createGroupCommit } from './group-commit.ts'
import { OutboxError } from './outbox-error.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { newEvent } from './testing/new-event.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const one = (messageId: string) => [newEvent({ messageId })]
const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => newEvent({ messageId: `${prefix}${index}` }))

interface Limits {
  maxWaitingCount?: number
  maxGroupCount?: number
  maxCommitsCount?: number
}

/** Commits into a real file, with what the store was asked; `fault` makes the next inserts fail. */
async function open(limits: Limits = {}) {
  const store = await openSqliteStore({ folder: await temporaryFolder(), now: Date.now })
  onTestFinished(() => store.close())
  const groups: string[][] = []
  const told: string[] = []
  const state: { fault: Error | undefined; hold: Promise<void> | undefined } = { fault: undefined, hold: undefined }
  const commits = createGroupCommit({
    async insert(events: readonly NewEvent[]): Promise<readonly EnqueueResult[]> {
      groups.push(events.map(({ messageId }) => messageId))
      await state.hold
      if (state.fault !== undefined) throw state.fault
      return store.insert(events)
    },
    onCommitted: (results) => told.push(...results.map(({ row }) => row.messageId)),
    ...limits,
  })
  return { commits, groups, told, state, store }
}

describe('group commit', () => {
  it('puts whoever comes while a commit runs into the next one, in the order of arrival', async () => {
    const { commits, groups, told } = await open()
    const answers = await Promise.all(['m1', 'm2', 'm3', 'm4'].map((id) => commits.enqueue(one(id))))
    expect(groups).toEqual([['m1'], ['m2', 'm3', 'm4']])
    expect(answers.map(([result]) => result?.row.messageId)).toEqual(['m1', 'm2', 'm3', 'm4'])
    const seqs = answers.map(([result]) => result?.row.seq ?? 0)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect(told).toEqual(['m1', 'm2', 'm3', 'm4'])
  })

  it('has as many commits under way as it may, and puts what comes meanwhile into one group', async () => {
    const { commits, groups, state } = await open({ maxCommitsCount: 2 })
    let release = () => {}
    state.hold = new Promise((resolve) => (release = resolve))
    const answers = ['m1', 'm2', 'm3', 'm4'].map((id) => commits.enqueue(one(id)))
    expect(groups).toEqual([['m1'], ['m2']])
    release()
    await Promise.all(answers)
    expect(groups).toEqual([['m1'], ['m2'], ['m3', 'm4']])
    expect(await commits.enqueue(one('m5'))).toMatchObject([{ isDuplicate: false }])
    await commits.idle()
  })

  it('answers only after the commit', async () => {
    const { commits, state, store } = await open()
    let release = () => {}
    state.hold = new Promise((resolve) => (release = resolve))
    let isAnswered = false
    const answer = commits.enqueue(one('m1')).then(() => (isAnswered = true))
    await store.ping()
    expect(isAnswered).toBe(false)
    expect(await store.find(newEvent({ messageId: 'm1' }))).toBeUndefined()
    release()
    await answer
    expect(await store.find(newEvent({ messageId: 'm1' }))).toBeDefined()
  })

  it('keeps the events of a call together, and splits only what is larger than a group', async () => {
    const { commits, groups } = await open({ maxGroupCount: 4 })
    await Promise.all([
      commits.enqueue(one('first')),
      commits.enqueue(many('a', 3)),
      commits.enqueue(many('b', 2)),
      commits.enqueue(many('c', 6)),
    ])
    expect(groups).toEqual([['first'], ['a0', 'a1', 'a2'], ['b0', 'b1'], ['c0', 'c1', 'c2', 'c3'], ['c4', 'c5']])
  })

  it('accepts nothing of a call behind a part that failed', async () => {
    const { commits, state, store, groups } = await open({ maxGroupCount: 2 })
    state.fault = new Error('disk full')
    await expect(commits.enqueue(many('a', 4))).rejects.toThrow(OutboxError)
    expect(groups).toEqual([['a0', 'a1']])
    expect(await store.countBacklog('shop')).toBe(0)
  })

  it('refuses for a moment what is more than may wait, and takes it again later', async () => {
    const { commits } = await open({ maxWaitingCount: 3 })
    const waiting = [commits.enqueue(one('m1')), commits.enqueue(many('a', 2))]
    await expect(commits.enqueue(one('m2'))).rejects.toMatchObject({ name: 'OutboxError', retryAfterSeconds: 1 })
    await Promise.all(waiting)
    expect(await commits.enqueue(one('m2'))).toMatchObject([{ isDuplicate: false }])
    // Larger than the bound itself: it would never get in otherwise.
    expect(await commits.enqueue(many('b', 5))).toHaveLength(5)
  })

  it('fails the callers of a failed commit, and goes on without a restart', async () => {
    const { commits, state, store } = await open()
    const cause = new Error('database or disk is full')
    state.fault = cause
    const failed = await Promise.allSettled([commits.enqueue(one('m1')), commits.enqueue(one('m2'))])
    expect(failed).toMatchObject([
      { status: 'rejected', reason: { name: 'OutboxError', retryAfterSeconds: 5, cause } },
      { status: 'rejected', reason: { name: 'OutboxError' } },
    ])
    state.fault = undefined
    expect(await commits.enqueue(one('m1'))).toMatchObject([{ isDuplicate: false }])
    expect(await store.countBacklog('shop')).toBe(1)
  })
})
