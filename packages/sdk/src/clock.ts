/**
 * The time, as delivery reads it and waits for it. Tests give one that they move themselves.
 * @example const clock: Clock = { now: () => 0, setTimer: () => () => {} }
 */
export interface Clock {
  /** The wall clock, milliseconds since 1970. It may be set back and forth. */
  now(): number
  /** Calls `run` once, `ms` milliseconds from now; gives the way to call that off. */
  setTimer(run: () => void, ms: number): () => void
}

/** The platform's timers count in 31 bits of milliseconds; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1

/**
 * The clock of this machine. Waits of any length are kept; one of `Infinity` never ends.
 * @example const startedAtMs = systemClock.now()
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(run, ms) {
    let timer: ReturnType<typeof setTimeout>
    const arm = (leftMs: number) => {
      const nextMs = Math.min(leftMs, MAX_TIMER_MS)
      timer = setTimeout(() => (leftMs > nextMs ? arm(leftMs - nextMs) : run()), nextMs)
    }
    arm(ms)
    return () => clearTimeout(timer)
  },
}
