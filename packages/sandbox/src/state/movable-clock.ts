import type { SandboxClock } from './clock.ts'

/** A clock that runs like another one and can be moved ahead of it. */
export interface MovableClock extends SandboxClock {
  /** How far it is ahead of the other one, in milliseconds. */
  readonly aheadMs: () => number
  /**
   * Moves the time on. Timers that become due on the way run in the order of their times, each at its own time; what one
   * of them starts has run before the next. Resolves when all have.
   */
  readonly advance: (ms: number) => Promise<void>
}

interface Timer {
  readonly dueMs: number
  readonly run: () => void
  cancelBase: () => void
}

/** A clock that starts with the time of `base`. */
export function createMovableClock(base: SandboxClock): MovableClock {
  let aheadMs = 0
  const timers = new Set<Timer>()
  const now = () => base.now() + aheadMs

  const start = (timer: Timer) => {
    timer.cancelBase = base.setTimer(
      () => {
        timers.delete(timer)
        timer.run()
      },
      Math.max(0, timer.dueMs - now()),
    )
  }

  /** The first of the timers that are due until a time. */
  const nextUntil = (untilMs: number) => {
    let next: Timer | undefined
    for (const timer of timers) {
      if (timer.dueMs <= untilMs && (next === undefined || timer.dueMs < next.dueMs)) next = timer
    }
    return next
  }

  return {
    now,
    aheadMs: () => aheadMs,
    setTimer: (run, ms) => {
      const timer: Timer = { dueMs: now() + ms, run, cancelBase: () => {} }
      timers.add(timer)
      start(timer)
      return () => {
        timers.delete(timer)
        timer.cancelBase()
      }
    },
    advance: async (ms) => {
      const targetMs = now() + ms
      for (let timer = nextUntil(targetMs); timer !== undefined; timer = nextUntil(targetMs)) {
        timers.delete(timer)
        timer.cancelBase()
        aheadMs += Math.max(0, timer.dueMs - now())
        timer.run()
        // What waits for it takes its turn before the next.
        await new Promise<void>((resolve) => setImmediate(resolve))
      }
      aheadMs += Math.max(0, targetMs - now())
      // The base counts the rest of their time as it was before the move.
      for (const timer of timers) {
        timer.cancelBase()
        start(timer)
      }
    },
  }
}
