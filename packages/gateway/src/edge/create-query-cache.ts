import { LRUCache } from 'lru-cache'

/** Longer texts are not remembered: a client that writes its events into the query never sends the same text twice. */
const MAX_CACHED_LENGTH = 10_000
const MAX_CACHED_COUNT = 1_000
const REMEMBERED_MS = 3_600_000

/** Remembers what became of query texts, so that one that is sent again is not parsed again. Holds 10 MB of text at most. */
export function createQueryCache<Result extends object>(): {
  get(text: string): Result | undefined
  set(text: string, result: Result): void
} {
  const cache = new LRUCache<string, Result>({ max: MAX_CACHED_COUNT, ttl: REMEMBERED_MS })
  return {
    get: (text) => cache.get(text),
    set: (text, result) => {
      if (text.length <= MAX_CACHED_LENGTH) cache.set(text, result)
    },
  }
}
