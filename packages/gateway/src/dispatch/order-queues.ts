/** Something that belongs to people. */
export interface Ordered {
  /** Its order keys, each once. Without any it waits for nobody. */
  readonly keys: readonly string[]
}

/**
 * One queue per order key, first in, first out. An entry may go when it is first in the queue of every one of its keys,
 * so nothing of a person overtakes anything earlier, along whatever chain of shared identifiers.
 */
export interface OrderQueues<Entry extends Ordered> {
  /** Puts an entry at the end of its queues. */
  add(entry: Entry): void
  /**
   * Takes out an entry that was first in all its queues.
   * @throws {Error} when something stands before it
   */
  remove(entry: Entry): void
  readonly size: number
}

interface Node<Entry> {
  readonly entry: Entry
  next: Node<Entry> | undefined
}

interface Queue<Entry> {
  head: Node<Entry>
  tail: Node<Entry>
}

/**
 * Empty queues.
 * @param onFirst called once for each entry, when nothing stands before it any more
 */
export function createOrderQueues<Entry extends Ordered>(onFirst: (entry: Entry) => void): OrderQueues<Entry> {
  const queues = new Map<string, Queue<Entry>>()
  /** In how many of its queues something stands before the entry. */
  const blockedIn = new Map<Entry, number>()

  const append = (key: string, entry: Entry): boolean => {
    const node: Node<Entry> = { entry, next: undefined }
    const queue = queues.get(key)
    if (queue === undefined) {
      queues.set(key, { head: node, tail: node })
      return true
    }
    queue.tail.next = node
    queue.tail = node
    return false
  }

  /** Drops the head of a queue; gives the entry behind it. */
  const advance = (key: string): Entry | undefined => {
    const queue = queues.get(key)
    const next = queue?.head.next
    if (queue === undefined || next === undefined) {
      queues.delete(key)
      return undefined
    }
    queue.head = next
    return next.entry
  }

  return {
    get size() {
      return blockedIn.size
    },
    add(entry) {
      const blockedCount = entry.keys.filter((key) => !append(key, entry)).length
      blockedIn.set(entry, blockedCount)
      if (blockedCount === 0) onFirst(entry)
    },
    remove(entry) {
      if (blockedIn.get(entry) !== 0) throw new Error('Only an entry that is first in all its queues can be taken out.')
      blockedIn.delete(entry)
      const first: Entry[] = []
      for (const key of entry.keys) {
        const behind = advance(key)
        if (behind === undefined) continue
        const blockedCount = (blockedIn.get(behind) ?? 0) - 1
        blockedIn.set(behind, blockedCount)
        if (blockedCount === 0) first.push(behind)
      }
      for (const behind of first) onFirst(behind)
    },
  }
}
