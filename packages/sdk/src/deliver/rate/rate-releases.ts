/** When the slots of answered calls become free, the next one first. Each keeps its number, counted from the beginning. */
export interface Releases {
  /** The number of the next one. */
  first(): number
  count(): number
  /** The time of a number; `Infinity` for one that is not there. */
  at(number: number): number
  /** Not before the last one. */
  add(atMs: number): void
  /** Drops those of the past. */
  dropUntil(nowMs: number): void
}

/** Dropped times stay in the array until they are this many and half of it; so each is moved about once. */
const SPARE_COUNT = 64

/** An empty queue. Every step is constant time on average. */
export function createReleases(): Releases {
  let times: number[] = []
  let head = 0
  let cutCount = 0

  const compact = () => {
    if (head < SPARE_COUNT || head * 2 < times.length) return
    times = times.slice(head)
    cutCount += head
    head = 0
  }

  return {
    first: () => cutCount + head,
    count: () => times.length - head,
    at: (number) => times[number - cutCount] ?? Infinity,
    add: (atMs) => void times.push(atMs),
    dropUntil(nowMs) {
      while (head < times.length && (times[head] ?? Infinity) <= nowMs) head += 1
      compact()
    },
  }
}
