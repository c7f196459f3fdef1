import type { Operation } from '../openapi/operation.ts'

/** How much of an operation's steady window is used. */
export interface WindowState {
  readonly limit: number
  readonly remaining: number
  /** Seconds until the window starts again. */
  readonly resetS: number
}

/** Counts the calls of each operation in fixed windows of 60 s. Nothing is refused here. */
export interface RateWindows {
  readonly take: (operation: Operation) => WindowState
}

const WINDOW_MS = 60_000

/** Windows in which nothing was counted yet. */
export function createRateWindows(now: () => number): RateWindows {
  const windows = new Map<string, { startMs: number; count: number }>()
  return {
    take: ({ id, steadyLimit }) => {
      const nowMs = now()
      const known = windows.get(id)
      const window = known === undefined || nowMs - known.startMs >= WINDOW_MS ? { startMs: nowMs, count: 0 } : known
      window.count += 1
      windows.set(id, window)
      return {
        limit: steadyLimit,
        remaining: Math.max(0, steadyLimit - window.count),
        resetS: Math.ceil((window.startMs + WINDOW_MS - nowMs) / 1000),
      }
    },
  }
}
