import type { Clock } from '../clock.ts'

/** A clock that a test moves. */
export interface ManualClock extends Clock {
  /** Moves both clocks, firing what becomes due on the way, in order. */
  advance(ms: number): void
  /** Moves them as for a process that stood still: nothing fires. */
  freeze(ms: number): void
}

/** Starts at a fixed time. */
export function createManualClock(): ManualClock {
  const startMs = Date.UTC(2024, 5, 15, 12)
  let elapsedMs = 0
  let timers: { atMs: number; callback: () => void }[] = []

  return {
    now: () => startMs + elapsedMs,
    monotonic: () => elapsedMs,
    setTimer(callback, delayMs) {
      const timer = { atMs: elapsedMs + delayMs, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    freeze(ms) {
      elapsedMs += ms
    },
    advance(ms) {
      const untilMs = elapsedMs + ms
      for (;;) {
        const [next] = timers.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)
        if (next === undefined) break
        timers = timers.filter((other) => other !== next)
        elapsedMs = Math.max(elapsedMs, next.atMs)
        next.callback()
      }
      elapsedMs = untilMs
    },
  }
}
