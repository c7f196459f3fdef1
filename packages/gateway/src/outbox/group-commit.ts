import type { EnqueueResult, NewEvent } from './event-row.ts'
import { OutboxError } from './outbox-error.ts'

/** Settings of {@link createGroupCommit}. */
export interface GroupCommitOptions {
  /** Keeps all of them in one commit, or rejects and keeps none. */
  readonly insert: (events: readonly NewEvent[]) => Promise<readonly EnqueueResult[]>
  /** Called after each commit with what was new in it. */
  readonly onCommitted: (results: readonly EnqueueResult[]) => void
  /** Events that may wait for a commit. @default 10_000 */
  readonly maxWaitingCount?: number | undefined
  /** Events of one commit. @default 1_000 */
  readonly maxGroupCount?: number | undefined
  /** Commits at the same time: what a backend gains from. @default 1 */
  readonly maxCommitsCount?: number | undefined
}

/** Turns many callers into few commits: whoever comes while they run goes into the next, in the order of arrival. */
export interface GroupCommit {
  /**
   * Resolves after the commit. The events of one call stay together, up to the size of a group.
   * @throws {OutboxError} when too many wait or the commit failed: none of this call's last group was kept
   */
  enqueue(events: readonly NewEvent[]): Promise<readonly EnqueueResult[]>
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>
}

interface Call {
  readonly events: readonly NewEvent[]
  resolve(results: readonly EnqueueResult[]): void
  reject(error: OutboxError): void
}

/**
 * The groups in flight need no order of their own: nobody in one of them had an answer before another was there. What has
 * to stay in order, the parts of a large call, never is in two of them.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { insert, onCommitted, maxWaitingCount = 10_000, maxGroupCount = 1_000, maxCommitsCount = 1 } = options
  const calls: Call[] = []
  let waitingCount = 0
  let runningCount = 0
  let running: Promise<void> = Promise.resolve()

  const nextGroup = (): readonly Call[] => {
    let callCount = 0
    let eventCount = 0
    for (const { events } of calls) {
      if (callCount > 0 && eventCount + events.length > maxGroupCount) break
      callCount += 1
      eventCount += events.length
    }
    return calls.splice(0, callCount)
  }

  const commit = async (group: readonly Call[]): Promise<void> => {
    const events = group.flatMap((call) => call.events)
    try {
      const results = await insert(events)
      let from = 0
      for (const call of group) call.resolve(results.slice(from, (from += call.events.length)))
      onCommitted(results)
    } catch (cause) {
      const error = new OutboxError('The outbox could not keep the event; nothing was accepted. Send it again.', {
        retryAfterSeconds: 5,
        cause,
      })
      for (const call of group) call.reject(error)
    } finally {
      waitingCount -= events.length
    }
  }

  const run = async (): Promise<void> => {
    while (calls.length > 0) await commit(nextGroup())
    runningCount -= 1
  }

  const enqueueGroup = (events: readonly NewEvent[]): Promise<readonly EnqueueResult[]> =>
    new Promise((resolve, reject) => {
      waitingCount += events.length
      calls.push({ events, resolve, reject })
      if (runningCount === maxCommitsCount) return
      runningCount += 1
      running = Promise.all([running, run()]).then(() => undefined)
    })

  return {
    async enqueue(events) {
      if (events.length === 0) return []
      // A call that is larger than the whole bound is let in when it is alone, or it could never be.
      if (waitingCount > 0 && waitingCount + events.length > maxWaitingCount) {
        throw new OutboxError(
          'Too many events wait for the outbox; nothing was accepted. Send the event again in a moment.',
          { retryAfterSeconds: 1 },
        )
      }
      const results: EnqueueResult[] = []
      // One after the other: if a part fails, none of what comes after it may be there before it.
      for (let from = 0; from < events.length; from += maxGroupCount) {
        results.push(...(await enqueueGroup(events.slice(from, from + maxGroupCount))))
      }
      return results
    },
    async idle() {
      await running
    },
  }
}
