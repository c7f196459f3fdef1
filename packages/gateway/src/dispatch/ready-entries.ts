import TinyQueue from 'tinyqueue'
import type { Entry } from './entry.ts'

/** Entries that nothing stands before: those that may go now, oldest first, and those whose time has not come. */
export interface ReadyEntries {
  add(entry: Entry, nowMs: number): void
  /** The oldest entry that is due and needs none of these operations; it is taken out. */
  next(nowMs: number, pausedOps: number): Entry | undefined
  /** When the next entry becomes due; `undefined` when none waits for its time. */
  nextDueAtMs(): number | undefined
}

/**
 * Kept apart by the operations they need, so that a paused operation with a hundred thousand entries costs nothing to
 * step over.
 */
export function createReadyEntries(): ReadyEntries {
  const byOps = new Map<number, TinyQueue<Entry>>()
  const delayed = new TinyQueue<Entry>([], (a, b) => a.dueAtMs - b.dueAtMs)

  const add = (entry: Entry): void => {
    const queue = byOps.get(entry.ops) ?? new TinyQueue<Entry>([], (a, b) => a.seq - b.seq)
    byOps.set(entry.ops, queue)
    queue.push(entry)
  }

  const promote = (nowMs: number): void => {
    for (let entry = delayed.peek(); entry !== undefined && entry.dueAtMs <= nowMs; entry = delayed.peek()) {
      delayed.pop()
      add(entry)
    }
  }

  return {
    add(entry, nowMs) {
      if (entry.dueAtMs > nowMs) delayed.push(entry)
      else add(entry)
    },
    next(nowMs, pausedOps) {
      promote(nowMs)
      let oldest: TinyQueue<Entry> | undefined
      for (const [ops, queue] of byOps) {
        if ((ops & pausedOps) !== 0 || queue.length === 0) continue
        if (oldest === undefined || (queue.peek()?.seq ?? Infinity) < (oldest.peek()?.seq ?? Infinity)) oldest = queue
      }
      return oldest?.pop()
    },
    nextDueAtMs: () => delayed.peek()?.dueAtMs,
  }
}
