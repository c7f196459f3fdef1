import type { NewId } from './ids.ts'

/** Where a sandbox takes its time from. The one it runs on can be moved on from outside: `POST /sandbox/clock`. */
export interface SandboxClock {
  /** Milliseconds since 1970. It never goes back. */
  readonly now: () => number
  /** Calls `run` once, after that many milliseconds. Gives back what cancels it. */
  readonly setTimer: (run: () => void, ms: number) => () => void
}

/** Where time and ids come from. */
export interface Clock extends SandboxClock {
  readonly newId: NewId
}

/** A time as Klaviyo writes it, without milliseconds: `2026-07-15T08:00:00+00:00`. */
export function timestamp(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d{3}Z$/, '+00:00')
}
