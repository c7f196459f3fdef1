/** Something that belongs to people. */
export interface Ordered {
  /** Its order keys, each once. Without any it waits for nobody. */
  readonly keys: readonly string[]
}

/** Told when entries may go. */
export interface OrderListener<Entry> {
  /** Nothing stands before this entry and nothing of its people is under way: it may open a batch. */
  onFree: (entry: Entry) => void
  /** What stands before this entry has just been taken into `batch`: it may go along. */
  onReachable: (entry: Entry, batch: number) => void
}

/**
 * One queue per order key, first in, first out. What is under way stays at the front of its queues until it is removed,
 * so nothing of a person overtakes anything earlier, along whatever chain of shared identifiers. What goes together in
 * one batch is the exception: an entry may be taken when all that stand before it are in the same batch.
 */
export interface OrderQueues<Entry extends Ordered> {
  /** Puts an entry at the end of its queues. */
  add(entry: Entry): void
  /** Puts an entry at the end of its queues that is under way already. */
  addTaken(entry: Entry): void
  /** Takes an entry that is free, or reachable by `batch` (a number above 0). */
  take(entry: Entry, batch: number): void
  /** An entry that was taken is to be sent again: it waits at its old place. */
  putBack(entry: Entry): void
  /** An entry that was taken is done. */
  remove(entry: Entry): void
  /** Whether an entry of these people, later than `entry`, waits or is under way that fits. */
  hasLater(keys: readonly string[], isWanted: (entry: Entry) => boolean): boolean
  readonly size: number
}

/** Where an entry stands. */
interface Place<Entry> {
  readonly entry: Entry
  state: 'waiting' | 'taken' | 'gone'
  /** Whether it was announced as free and not taken since. */
  isOffered: boolean
  /** The batch it was announced to. */
  offeredTo: number
}

interface Node<Entry> {
  readonly place: Place<Entry>
  next: Node<Entry> | undefined
}

interface Queue<Entry> {
  head: Node<Entry>
  tail: Node<Entry>
  /** A node at or before the first that waits. */
  cursor: Node<Entry> | undefined
  takenCount: number
  /** The batch of those that are taken. */
  batch: number
}

/** Of what was under way from the start: nothing goes along with it. */
const NO_BATCH = -1

/** Empty queues. */
export function createOrderQueues<Entry extends Ordered>(listener: OrderListener<Entry>): OrderQueues<Entry> {
  const queues = new Map<string, Queue<Entry>>()
  const places = new Map<Entry, Place<Entry>>()

  const placeOf = (entry: Entry): Place<Entry> => {
    const place = places.get(entry)
    if (place === undefined) throw new Error('The entry is in no queue.')
    return place
  }

  /** The first of a queue that waits. */
  const firstWaiting = (queue: Queue<Entry>): Place<Entry> | undefined => {
    let node = queue.cursor
    while (node !== undefined && node.place.state !== 'waiting') node = node.next
    queue.cursor = node
    return node?.place
  }

  /** Whether it is first in all its queues, with nothing under way there but this batch. */
  const mayGo = (place: Place<Entry>, batch: number): boolean =>
    place.entry.keys.every((key) => {
      const queue = queues.get(key)
      return queue === undefined || (firstWaiting(queue) === place && (queue.takenCount === 0 || queue.batch === batch))
    })

  const offer = (place: Place<Entry> | undefined): void => {
    if (place === undefined || place.isOffered || !mayGo(place, 0)) return
    place.isOffered = true
    listener.onFree(place.entry)
  }

  const append = (key: string, place: Place<Entry>): void => {
    const node: Node<Entry> = { place, next: undefined }
    const queue = queues.get(key)
    if (queue === undefined) {
      queues.set(key, { head: node, tail: node, cursor: node, takenCount: 0, batch: 0 })
      return
    }
    queue.tail.next = node
    queue.tail = node
    queue.cursor ??= node
  }

  const dropGone = (key: string, queue: Queue<Entry>): void => {
    while (queue.head.place.state === 'gone') {
      const { next } = queue.head
      if (next === undefined) {
        queues.delete(key)
        return
      }
      queue.head = next
    }
  }

  /** One of its queues has one fewer under way. */
  const release = (entry: Entry, change: (queue: Queue<Entry>, key: string) => void): void => {
    const changed: Queue<Entry>[] = []
    for (const key of entry.keys) {
      const queue = queues.get(key)
      if (queue === undefined) continue
      queue.takenCount -= 1
      if (queue.takenCount === 0) queue.batch = 0
      change(queue, key)
      changed.push(queue)
    }
    for (const queue of changed) if (queue.takenCount === 0) offer(firstWaiting(queue))
  }

  return {
    get size() {
      return places.size
    },
    add(entry) {
      const place: Place<Entry> = { entry, state: 'waiting', isOffered: false, offeredTo: 0 }
      places.set(entry, place)
      for (const key of entry.keys) append(key, place)
      offer(place)
    },
    addTaken(entry) {
      const place: Place<Entry> = { entry, state: 'taken', isOffered: false, offeredTo: 0 }
      places.set(entry, place)
      for (const key of entry.keys) {
        append(key, place)
        const queue = queues.get(key)
        if (queue === undefined) continue
        queue.takenCount += 1
        queue.batch = NO_BATCH
      }
    },
    take(entry, batch) {
      const place = placeOf(entry)
      if (place.state !== 'waiting' || !mayGo(place, batch)) throw new Error('Something stands before the entry.')
      place.state = 'taken'
      place.isOffered = false
      for (const key of entry.keys) {
        const queue = queues.get(key)
        if (queue === undefined) continue
        queue.takenCount += 1
        queue.batch = batch
      }
      for (const key of entry.keys) {
        const queue = queues.get(key)
        const next = queue === undefined ? undefined : firstWaiting(queue)
        if (next === undefined || next.offeredTo === batch || !mayGo(next, batch)) continue
        next.offeredTo = batch
        listener.onReachable(next.entry, batch)
      }
    },
    putBack(entry) {
      const place = placeOf(entry)
      place.state = 'waiting'
      place.offeredTo = 0
      release(entry, (queue) => {
        queue.cursor = queue.head
      })
      // Without keys it stands in no queue that could offer it.
      offer(place)
    },
    remove(entry) {
      const place = placeOf(entry)
      if (place.state !== 'taken') throw new Error('Only an entry that was taken can be removed.')
      place.state = 'gone'
      places.delete(entry)
      release(entry, (queue, key) => dropGone(key, queue))
    },
    hasLater(keys, isWanted) {
      return keys.some((key) => {
        for (let node = queues.get(key)?.head; node !== undefined; node = node.next) {
          if (node.place.state !== 'gone' && isWanted(node.place.entry)) return true
        }
        return false
      })
    },
  }
}
