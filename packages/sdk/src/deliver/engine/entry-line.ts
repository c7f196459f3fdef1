import TinyQueue from 'tinyqueue'
import { REQUEST_BITS } from '../request-bits.ts'
import type { DeliveryEntry } from './delivery-entry.ts'
import { createOrderQueues } from './order-queues.ts'
import { createReadyEntries, nextBit, remainingOps } from './ready-entries.ts'

/** What decides who may go. */
export interface PickOptions<Entry> {
  readonly nowMs: number
  readonly maxCount: number
  /** How many events that need this operation (a bit of `REQUEST_BITS`) next may be taken. */
  readonly roomOf: (bit: number) => number
  /** Whether one of these operations is paused. */
  readonly isPaused: (ops: number) => boolean
  /** When an event may go for the sake of its consent, in milliseconds since 1970. */
  readonly notBeforeMs: (entry: Entry) => number
  /** Whether nothing is under way. */
  readonly isIdle: boolean
}

/** Events in line for delivery: who waits, who may go, and who may go together. */
export interface EntryLine<Entry extends DeliveryEntry> {
  add(entry: Entry): void
  /** Adds an event that is under way already. */
  addTaken(entry: Entry): void
  /** Takes the events of the next batch, oldest first. Nothing of a person overtakes anything earlier. */
  pick(options: PickOptions<Entry>): readonly Entry[]
  /** An event that was picked waits again, at its old place. */
  putBack(entry: Entry): void
  /** An event that was picked is done with. */
  remove(entry: Entry): void
  hasLater(keys: readonly string[], isWanted: (entry: Entry) => boolean): boolean
  /** When an event becomes due that waits for its time; `undefined` without any. */
  nextDueAtMs(): number | undefined
  /** How many may go that need this operation next. */
  readyCount(bit: number): number
  /** The operations that those who may go need next, as bits. */
  neededBits(nowMs: number): number
  readonly size: number
}

/** An empty line. */
export function createEntryLine<Entry extends DeliveryEntry>(now: () => number): EntryLine<Entry> {
  const ready = createReadyEntries<Entry>()
  let reachable = new TinyQueue<Entry>([], bySeq)
  let batch = 0
  const queues = createOrderQueues<Entry>({
    onFree: (entry) => ready.add(entry, now()),
    onReachable: (entry) => reachable.push(entry),
  })

  return {
    add: (entry) => queues.add(entry),
    addTaken: (entry) => queues.addTaken(entry),
    putBack: (entry) => queues.putBack(entry),
    remove: (entry) => queues.remove(entry),
    hasLater: (keys, isWanted) => queues.hasLater(keys, isWanted),
    nextDueAtMs: () => ready.nextDueAtMs(),
    readyCount: (bit) => ready.count(bit),
    neededBits: (nowMs) => ready.neededBits(nowMs),
    get size() {
      return queues.size
    },
    pick({ nowMs, maxCount, roomOf, isPaused, notBeforeMs, isIdle }) {
      batch += 1
      reachable = new TinyQueue<Entry>([], bySeq)
      const rooms = new Map<number, number>()
      const roomFor = (bit: number): number => {
        const known = rooms.get(bit)
        if (known !== undefined) return known
        const room = roomOf(bit)
        rooms.set(bit, room)
        return room
      }
      const picked: Entry[] = []
      const take = (entry: Entry): void => {
        queues.take(entry, batch)
        picked.push(entry)
      }
      while (picked.length < maxCount) {
        const free = ready.peek(nowMs, (ops) => !isPaused(ops) && roomFor(nextBit(ops)) > 0)
        const next = reachable.peek()
        if (next !== undefined && (free === undefined || next.seq < free.seq)) {
          reachable.pop()
          const bit = nextBit(remainingOps(next))
          const mayGo = next.dueAtMs <= nowMs && !next.isSuspect && !isPaused(next.ops) && notBeforeMs(next) <= nowMs
          // Who goes anyway takes imports and events along: left behind, they might wait for a bulk import of ten
          // seconds and more.
          const goesAlong = bit === REQUEST_BITS.importProfile || bit === REQUEST_BITS.createEvent
          if (!mayGo || (!goesAlong && roomFor(bit) <= 0)) continue
          take(next)
          rooms.set(bit, roomFor(bit) - 1)
          continue
        }
        if (free === undefined) break
        // It goes while nothing else is under way, and nothing begins until it has ended.
        if (free.isSuspect && (!isIdle || picked.length > 0)) break
        ready.take(free)
        const dueAtMs = notBeforeMs(free)
        if (dueAtMs > nowMs) {
          free.dueAtMs = dueAtMs
          ready.add(free, nowMs)
          continue
        }
        const bit = nextBit(remainingOps(free))
        take(free)
        rooms.set(bit, roomFor(bit) - 1)
        if (free.isSuspect) break
      }
      return picked
    },
  }
}

function bySeq(one: DeliveryEntry, other: DeliveryEntry): number {
  return one.seq - other.seq
}
