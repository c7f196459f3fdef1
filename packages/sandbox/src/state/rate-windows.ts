import type { Operation, RateLimit } from '../openapi/operation.ts'
import { createRandom } from './random.ts'

/** How much of an operation's steady window is used. */
export interface WindowState {
  readonly limit: number
  readonly remaining: number
  /** Whole seconds until the window starts again, rounded up. */
  readonly resetS: number
}

/** A window that is full. */
export interface FullWindow {
  readonly name: RateLimit['name']
  readonly limit: number
  /** When it ends, in milliseconds since 1970. */
  readonly endsMs: number
  /** Whole seconds until every window of the operation has room again, rounded up. */
  readonly retryAfterS: number
}

/** What a call finds. */
export interface Taken {
  readonly steady: WindowState
  /** There is no room; nothing was counted then. */
  readonly full?: FullWindow
}

/** Counts the calls of each operation in fixed windows. */
export interface RateWindows {
  readonly take: (operation: Operation) => Taken
}

/** How the windows behave. */
export interface RateWindowsOptions {
  /** When each window starts follows from it. */
  readonly seed: number
  /** Whether a full window refuses. */
  readonly rateLimits: boolean
  /** The part of each window that others use up, from 0 to 1. */
  readonly otherUsers: number
}

interface Window extends RateLimit {
  /** When the first one started, from 0 up to its length. */
  readonly phaseMs: number
  /** How many windows passed since 1970. */
  rank: number
  count: number
}

/** Windows in which nothing was counted yet. */
export function createRateWindows(now: () => number, options: RateWindowsOptions): RateWindows {
  const byOperation = new Map<string, readonly Window[]>()
  const windowsOf = ({ id, rates }: Operation): readonly Window[] => {
    const known = byOperation.get(id)
    if (known !== undefined) return known
    // Not from the time of the first call, or a client could tell when a window starts.
    const random = createRandom(options.seed ^ hashOf(id))
    const windows = rates.map((rate) => ({
      ...rate,
      phaseMs: Math.floor(random() * rate.windowMs),
      rank: Number.NaN,
      count: 0,
    }))
    byOperation.set(id, windows)
    return windows
  }
  return {
    take: (operation) => {
      const nowMs = now()
      const windows = windowsOf(operation)
      for (const window of windows) bringUpToDate(window, nowMs, options.otherUsers)
      const full = options.rateLimits ? windows.filter(({ count, limit }) => count >= limit) : []
      const last = full.toSorted((left, right) => endsMs(right) - endsMs(left))[0]
      if (last === undefined) for (const window of windows) window.count += 1
      const steady = steadyOf(windows, nowMs)
      if (last === undefined) return { steady }
      const { name, limit } = last
      return { steady, full: { name, limit, endsMs: endsMs(last), retryAfterS: wholeSeconds(endsMs(last) - nowMs) } }
    },
  }
}

function bringUpToDate(window: Window, nowMs: number, otherUsers: number): void {
  const rank = Math.floor((nowMs - window.phaseMs) / window.windowMs)
  if (rank === window.rank) return
  window.rank = rank
  window.count = Math.ceil(window.limit * otherUsers)
}

const endsMs = ({ phaseMs, rank, windowMs }: Window) => phaseMs + (rank + 1) * windowMs

const wholeSeconds = (ms: number) => Math.ceil(ms / 1000)

function steadyOf(windows: readonly Window[], nowMs: number): WindowState {
  const steady = windows.find(({ name }) => name === 'steady')
  if (steady === undefined) throw new Error('the document gives the operation no steady limit')
  const { limit, count } = steady
  return { limit, remaining: Math.max(0, limit - count), resetS: wholeSeconds(endsMs(steady) - nowMs) }
}

/** A number of a text, the same in every run (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
