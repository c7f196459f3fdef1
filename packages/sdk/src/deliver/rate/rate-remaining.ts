import type { RateGate } from './rate-gate.ts'
import { readRemaining } from './rate-remaining-header.ts'
import { type Spread, spreadAtMs, spreadCount } from './rate-spread.ts'

/** The lowest count that the answers of one of Klaviyo's steady windows named. */
interface Known {
  readonly leftCount: number
  /** When that window is over. */
  readonly untilMs: number
  /** Calls that broke off since: Klaviyo may have counted them after this. */
  brokenCount: number
}

/**
 * The gate of `RateLimit-Remaining`: other users of the account may have used what our own count takes for free.
 *
 * Within a window of Klaviyo's, the count only falls: an answer that names fewer was counted later. So the lowest count
 * is the newest, and what was answered with a higher one is in it already. Only calls that are unanswered may be counted
 * after it, so just these are taken off, until their own answer tells.
 */
export function createRemainingGate({ windowMs, spacingMs }: { windowMs: number; spacingMs: number }): RateGate {
  let known: Known | undefined
  let unansweredCount = 0
  let lastMs = 0

  const spreadOf = (nowMs: number): Spread | undefined => {
    if (known !== undefined && known.untilMs <= nowMs) known = undefined
    if (known === undefined) return undefined
    const left = Math.max(0, known.leftCount - known.brokenCount - unansweredCount)
    // One more than is left: the one that begins with the next window.
    return { callCount: left + 1, untilMs: known.untilMs, lastMs, gapMs: spacingMs }
  }

  return {
    reason: 'steady',
    freeCount(nowMs) {
      const spread = spreadOf(nowMs)
      return spread === undefined ? Infinity : Math.min(spread.callCount - 1, spreadCount(spread, nowMs))
    },
    nextAtMs(nowMs) {
      const spread = spreadOf(nowMs)
      if (spread === undefined) return nowMs
      return spread.callCount === 1 ? spread.untilMs : spreadAtMs(spread)
    },
    took(nowMs) {
      unansweredCount += 1
      lastMs = nowMs
    },
    answered(nowMs, headers) {
      unansweredCount -= 1
      const header = headers && readRemaining(headers, windowMs)
      if (header === undefined) {
        if (known !== undefined) known.brokenCount += 1
        return
      }
      const untilMs = nowMs + header.resetMs
      // Ends of one window differ by the way of the answer; ends of two by a window. Half of one tells which it is.
      const laterMs = known === undefined ? Infinity : untilMs - known.untilMs
      if (laterMs < -windowMs / 2) return
      if (known === undefined || laterMs > windowMs / 2 || header.leftCount <= known.leftCount) {
        known = { leftCount: header.leftCount, untilMs, brokenCount: 0 }
      }
    },
  }
}
