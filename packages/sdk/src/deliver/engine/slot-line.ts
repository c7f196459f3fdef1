import type { Clock } from '../../clock.ts'
import type { RateLimiter, Slot } from '../rate/rate-limiter.ts'

/** Those who wait for a slot of the limiter, first come, first served. */
export interface SlotLine {
  /** A slot, when there is one. Rejects with the reason of the signal when that ends the wait. */
  acquire(operation: string, signal: AbortSignal): Promise<Slot>
  /** Whether somebody waits: what comes new has to stand behind. */
  isWaitedFor(operation: string): boolean
  /** Hands out what has become free. */
  serve(): void
}

interface Waiting {
  readonly give: (slot: Slot) => void
}

/** A line before a limiter, with one timer for all who wait. */
export function createSlotLine(limiter: RateLimiter, clock: Clock): SlotLine {
  const lines = new Map<string, Set<Waiting>>()
  let cancelTimer: (() => void) | undefined

  const serve = (): void => {
    cancelTimer?.()
    cancelTimer = undefined
    let nextAtMs = Infinity
    for (const [operation, line] of lines) {
      for (const waiting of line) {
        const slot = limiter.take(operation)
        if (slot === undefined) break
        line.delete(waiting)
        waiting.give(slot)
      }
      if (line.size === 0) lines.delete(operation)
      else nextAtMs = Math.min(nextAtMs, limiter.nextAtMs(operation))
    }
    // With Infinity only an answer can free a slot, and whoever gets one calls `serve`.
    if (nextAtMs < Infinity) cancelTimer = clock.setTimer(serve, Math.max(1, nextAtMs - clock.now()))
  }

  return {
    isWaitedFor: (operation) => lines.has(operation),
    serve,
    acquire(operation, signal) {
      if (signal.aborted) return Promise.reject(reasonOf(signal))
      const slot = lines.has(operation) ? undefined : limiter.take(operation)
      if (slot !== undefined) return Promise.resolve(slot)
      const { promise, resolve, reject } = Promise.withResolvers<Slot>()
      const line = lines.get(operation) ?? new Set()
      lines.set(operation, line)
      const onAbort = () => {
        line.delete(waiting)
        serve()
        reject(reasonOf(signal))
      }
      const waiting: Waiting = {
        give(given) {
          signal.removeEventListener('abort', onAbort)
          resolve(given)
        },
      }
      signal.addEventListener('abort', onAbort, { once: true })
      line.add(waiting)
      serve()
      return promise
    },
  }
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason
  return reason instanceof Error ? reason : new DOMException('The wait was ended.', 'AbortError')
}
