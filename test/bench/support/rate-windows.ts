import type { EndpointFacts } from './endpoint-facts.ts'

/** The two fixed windows of an operation, as Klaviyo keeps them. Calls are told in the order of their time. */
export interface RateWindows {
  /** When the next call has room, at `nowMs` or later. */
  readonly freeFrom: (nowMs: number) => number
  /** Counts a call; `false` when a window was full. */
  readonly take: (nowMs: number) => boolean
  /** What is left of the steady window, and when it ends: Klaviyo says both with every answer. */
  readonly steadyAt: (nowMs: number) => {
    readonly limitCount: number
    readonly remainingCount: number
    readonly endsAtMs: number
  }
}

/** Windows that begin at multiples of their length, moved by `phaseMs`: no client can know where they begin. */
export function createRateWindows({ burst, steady }: EndpointFacts, phaseMs = 0): RateWindows {
  const steadyWindow = createWindow(steady, phaseMs)
  const windows = [createWindow(burst, phaseMs), steadyWindow]
  return {
    freeFrom(nowMs) {
      let at = nowMs
      for (;;) {
        const full = windows.find((window) => window.leftAt(at) <= 0)
        if (full === undefined) return at
        at = full.endOf(at)
      }
    },
    take(nowMs) {
      const hasRoom = windows.every((window) => window.leftAt(nowMs) > 0)
      for (const window of windows) window.use(nowMs)
      return hasRoom
    },
    steadyAt: (nowMs) => ({
      limitCount: steady.count,
      remainingCount: Math.max(0, steadyWindow.leftAt(nowMs)),
      endsAtMs: steadyWindow.endOf(nowMs),
    }),
  }
}

interface Window {
  readonly leftAt: (nowMs: number) => number
  readonly endOf: (nowMs: number) => number
  readonly use: (nowMs: number) => void
}

function createWindow({ count, windowMs }: EndpointFacts['burst'], phaseMs: number): Window {
  let startMs = Number.NEGATIVE_INFINITY
  let usedCount = 0
  const startOf = (nowMs: number) => Math.floor((nowMs - phaseMs) / windowMs) * windowMs + phaseMs
  return {
    leftAt: (nowMs) => (startOf(nowMs) === startMs ? count - usedCount : count),
    endOf: (nowMs) => startOf(nowMs) + windowMs,
    use(nowMs) {
      const start = startOf(nowMs)
      usedCount = start === startMs ? usedCount + 1 : 1
      startMs = start
    },
  }
}
