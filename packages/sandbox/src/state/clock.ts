import type { NewId } from './ids.ts'

/** Where time and ids come from. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: NewId
}

/** A time as Klaviyo writes it, without milliseconds: `2026-07-15T08:00:00+00:00`. */
export function timestamp(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d{3}Z$/, '+00:00')
}
