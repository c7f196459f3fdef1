/** First in, first out, in constant time: a list that is shifted moves all that is behind. */
export interface EntryQueue<Item> {
  readonly push: (item: Item) => void
  /** The oldest; `undefined` when there is none. */
  readonly shift: () => Item | undefined
}

const COMPACT_COUNT = 4096

/** An empty queue. */
export function createQueue<Item>(): EntryQueue<Item> {
  let items: (Item | undefined)[] = []
  let start = 0
  return {
    push: (item) => {
      items.push(item)
    },
    shift() {
      if (start === items.length) return undefined
      const item = items[start]
      items[start++] = undefined
      if (start >= COMPACT_COUNT && start * 2 >= items.length) {
        items = items.slice(start)
        start = 0
      }
      return item
    },
  }
}
