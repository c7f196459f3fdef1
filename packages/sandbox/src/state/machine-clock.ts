import type { SandboxClock } from './clock.ts'

/** Node cuts a longer timer to one millisecond. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The time of the machine. */
export const machineClock: SandboxClock = {
  now: () => Date.now(),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, Math.min(ms, LONGEST_TIMER_MS))
    return () => clearTimeout(timer)
  },
}
