import TinyQueue from 'tinyqueue'
import { REQUEST_BITS } from '../request-bits.ts'
import type { DeliveryEntry } from './delivery-entry.ts'

/** Entries that nothing stands before: those that may go now, oldest first, and those whose time has not come. */
export interface ReadyEntries<Entry extends DeliveryEntry> {
  add(entry: Entry, nowMs: number): void
  /** The oldest entry that is due and that `isWanted` by the operations it needs; it stays. */
  peek(nowMs: number, isWanted: (ops: number) => boolean): Entry | undefined
  /** Takes out what `peek` gave. */
  take(entry: Entry): void
  /** When the next entry becomes due; `undefined` when none waits for its time. */
  nextDueAtMs(): number | undefined
  /** The operations that entries which are due need next, as bits. */
  neededBits(nowMs: number): number
  /** How many are due and need this operation next. */
  count(bit: number): number
}

/**
 * Kept apart by the operations they need, so that a paused operation with a hundred thousand entries costs nothing to
 * step over.
 */
export function createReadyEntries<Entry extends DeliveryEntry>(): ReadyEntries<Entry> {
  const byOps = new Map<number, TinyQueue<Entry>>()
  const delayed = new TinyQueue<Entry>([], (one, other) => one.dueAtMs - other.dueAtMs)

  const addDue = (entry: Entry): void => {
    const ops = remainingOps(entry)
    let queue = byOps.get(ops)
    if (queue === undefined) {
      queue = new TinyQueue<Entry>([], (one, other) => one.seq - other.seq)
      byOps.set(ops, queue)
    }
    queue.push(entry)
  }

  const promote = (nowMs: number): void => {
    for (let entry = delayed.peek(); entry !== undefined && entry.dueAtMs <= nowMs; entry = delayed.peek()) {
      delayed.pop()
      addDue(entry)
    }
  }

  return {
    add(entry, nowMs) {
      if (entry.dueAtMs > nowMs) delayed.push(entry)
      else addDue(entry)
    },
    peek(nowMs, isWanted) {
      promote(nowMs)
      let oldest: Entry | undefined
      for (const [ops, queue] of byOps) {
        const entry = queue.peek()
        if (entry !== undefined && (oldest === undefined || entry.seq < oldest.seq) && isWanted(ops)) oldest = entry
      }
      return oldest
    },
    take(entry) {
      byOps.get(remainingOps(entry))?.pop()
    },
    nextDueAtMs: () => delayed.peek()?.dueAtMs,
    neededBits(nowMs) {
      promote(nowMs)
      let bits = 0
      for (const [ops, queue] of byOps) if (queue.length > 0) bits |= nextBit(ops)
      return bits
    },
    count(bit) {
      let count = 0
      for (const [ops, queue] of byOps) if (nextBit(ops) === bit) count += queue.length
      return count
    },
  }
}

const CONSENT_BITS = REQUEST_BITS.subscribe | REQUEST_BITS.unsubscribe

/** The operations that an entry still needs: behind an answered request there is only consent. */
export function remainingOps({ ops, answeredCount }: DeliveryEntry): number {
  return answeredCount === 0 ? ops : ops & CONSENT_BITS
}

/** The operation that is needed first. */
export function nextBit(ops: number): number {
  if ((ops & REQUEST_BITS.importProfile) !== 0) return REQUEST_BITS.importProfile
  if ((ops & REQUEST_BITS.createEvent) !== 0) return REQUEST_BITS.createEvent
  if ((ops & REQUEST_BITS.lookup) !== 0) return REQUEST_BITS.lookup
  return (ops & REQUEST_BITS.subscribe) !== 0 ? REQUEST_BITS.subscribe : REQUEST_BITS.unsubscribe
}
