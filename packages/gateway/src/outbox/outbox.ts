import type { EnqueueResult, EventKey, EventRow, NewEvent } from './event-row.ts'
import { createGroupCommit } from './group-commit.ts'
import { OutboxError } from './outbox-error.ts'
import type { OutboxStore } from './outbox-store.ts'

/** Settings of {@link createOutbox}. */
export interface OutboxOptions {
  readonly store: OutboxStore
  /** Events that may wait for a commit; more are refused for a moment. @default 10_000 */
  readonly maxWaitingCount?: number | undefined
  /** Commits at the same time. @default 1 */
  readonly maxCommitsCount?: number | undefined
  /** As {@link Outbox.pollMs}. */
  readonly pollMs?: number | undefined
}

/** Accepted events, kept until they are delivered and for some time after. */
export interface Outbox {
  /** The statements, for a dispatcher. */
  readonly store: OutboxStore
  /** How often to look for what other processes accepted, in milliseconds; `undefined` when no other process can. */
  readonly pollMs: number | undefined
  /**
   * Keeps events in this order; resolves once they are synced to the disk. One result each.
   * @throws {OutboxError} when they were not kept; the same call may be made again
   */
  enqueue(events: readonly NewEvent[]): Promise<readonly EnqueueResult[]>
  /** @throws {OutboxError} when the database does not answer */
  find(key: EventKey): Promise<EventRow | undefined>
  /** Calls back after each commit with new events of the account; gives the way to end that. */
  onCommitted(account: string, listener: () => void): () => void
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  /** Waits for what was handed in, then closes the database. Dispatchers are stopped before. */
  close(): Promise<void>
}

/** The outbox over one store. */
export function createOutbox({ store, maxWaitingCount, maxCommitsCount, pollMs }: OutboxOptions): Outbox {
  const listeners = new Map<string, Set<() => void>>()

  const onCommitted = (results: readonly EnqueueResult[]): void => {
    const accounts = new Set(results.filter((result) => !result.isDuplicate).map((result) => result.row.account))
    for (const account of accounts) for (const listener of listeners.get(account) ?? []) listener()
  }
  const commits = createGroupCommit({
    insert: (events) => store.insert(events),
    onCommitted,
    maxWaitingCount,
    maxCommitsCount,
  })

  return {
    store,
    pollMs,
    enqueue: (events) => commits.enqueue(events),
    async find(key) {
      try {
        return await store.find(key)
      } catch (cause) {
        throw new OutboxError('The outbox could not be read. Ask again in a moment.', { retryAfterSeconds: 5, cause })
      }
    },
    onCommitted(account, listener) {
      const ofAccount = listeners.get(account) ?? new Set()
      listeners.set(account, ofAccount.add(listener))
      return () => void ofAccount.delete(listener)
    },
    ping: () => store.ping(),
    async close() {
      await commits.idle()
      await store.close()
    },
  }
}
