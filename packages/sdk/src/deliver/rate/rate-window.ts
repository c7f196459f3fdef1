import type { RateWindow } from '../../client/endpoint.ts'
import type { RateGate } from './rate-gate.ts'
import { createReleases } from './rate-releases.ts'
import { createSpacing } from './rate-spacing.ts'

/** The gate of one limit of Klaviyo's. */
export interface WindowGate extends RateGate {
  readonly reason: 'burst' | 'steady' | 'daily'
  readonly windowMs: number
  /** How many calls a window may hold: Klaviyo's count times the share. */
  readonly limitCount: number
  /** How many more it may hold now, whether or not they are being spread. */
  leftCount(nowMs: number): number
}

/** How many calls of a limit are ours: rounded down, at least one. */
export const shareOf = (count: number, share: number): number => Math.max(1, Math.floor(count * share))

/** What a window is made of. */
export interface WindowOptions {
  readonly reason: WindowGate['reason']
  readonly window: RateWindow
  readonly share: number
  /** The last slots are spread so that calls are about this far apart. Left out: all may begin at once. */
  readonly spacingMs?: number | undefined
}

/**
 * A slot is taken until one window after the answer. Klaviyo counts a call somewhere between its beginning and its
 * answer, in windows that begin when they like. Two calls, one begun a window after the other's answer, are never in one
 * such window; and of those that are not, there are never more than the limit.
 */
export function createRateWindow({ reason, window, share, spacingMs }: WindowOptions): WindowGate {
  const { windowMs } = window
  const limitCount = shareOf(window.count, share)
  const releases = createReleases()
  const spacing = spacingMs === undefined ? undefined : createSpacing(releases, spacingMs)
  let unansweredCount = 0

  const leftCount = (nowMs: number) => {
    releases.dropUntil(nowMs)
    return limitCount - unansweredCount - releases.count()
  }

  return {
    reason,
    windowMs,
    limitCount,
    leftCount,
    freeCount(nowMs) {
      const left = leftCount(nowMs)
      return left === 0 ? 0 : Math.min(left, spacing?.freeCount(nowMs, left) ?? left)
    },
    nextAtMs(nowMs) {
      const left = leftCount(nowMs)
      const firstMs = left === 0 ? releases.at(releases.first()) : nowMs
      return Math.max(firstMs, spacing?.nextAtMs(left) ?? firstMs)
    },
    took(nowMs) {
      unansweredCount += 1
      spacing?.took(nowMs)
    },
    answered(nowMs) {
      unansweredCount -= 1
      releases.add(nowMs + windowMs)
      spacing?.added(releases.first() + releases.count() - 1)
    },
  }
}
