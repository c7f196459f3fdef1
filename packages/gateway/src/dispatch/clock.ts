/** The time, as a dispatcher reads it and waits for it. */
export interface Clock {
  /** The wall clock, milliseconds since 1970. It may be set back and forth. */
  now(): number
  /** Milliseconds that only grow; they stand still while the machine is suspended. */
  monotonic(): number
  /** Calls back once, `delayMs` from now; gives the way to call that off. */
  setTimer(callback: () => void, delayMs: number): () => void
}

/** The clocks of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}
