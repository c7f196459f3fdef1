import type { SandboxClock } from '../state/clock.ts'

/** A clock that stands still: only `POST /sandbox/clock` moves a sandbox with it. */
export const stillClock = (nowMs = Date.UTC(2026, 6, 15)): SandboxClock => ({
  now: () => nowMs,
  setTimer: () => () => {},
})
