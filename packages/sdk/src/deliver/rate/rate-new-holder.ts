import type { RateGate } from './rate-gate.ts'

/**
 * The gate of an account that somebody else may have been sending for until now: their burst window passes first, then
 * calls go one at a time until one was answered. What that answer says of the steady window counts from then on; if it
 * says nothing, nothing is assumed.
 */
export function createNewHolderGate({ startMs }: { startMs: number }): RateGate {
  let unansweredCount = 0
  let isKnown = false
  return {
    reason: 'steady',
    freeCount(nowMs) {
      if (nowMs < startMs) return 0
      if (isKnown) return Infinity
      return unansweredCount === 0 ? 1 : 0
    },
    nextAtMs: () => (isKnown || unansweredCount === 0 ? startMs : Infinity),
    took() {
      unansweredCount += 1
    },
    answered(_nowMs, headers) {
      unansweredCount -= 1
      // Without headers it was cut or timed out: still nothing is known.
      if (headers !== undefined) isKnown = true
    },
  }
}
