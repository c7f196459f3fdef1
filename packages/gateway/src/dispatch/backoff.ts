const FIRST_MS = 1_000
const MAX_MS = 300_000

/** Failures of its own after which an event is a dead letter. */
export const MAX_FAILURE_COUNT = 10

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling from 1 s up to 5 min, and up to a fifth
 * less by chance, so that what failed together does not come back together.
 * @param random from 0 to 1
 */
export function backoffMs(failureCount: number, random: number): number {
  const full = Math.min(MAX_MS, FIRST_MS * 2 ** Math.max(0, failureCount - 1))
  return Math.round(full * (1 - random / 5))
}

/** Look-ups without a hit after which an event is a dead letter: at once, after 10 s, 30 s, then each minute, 15 minutes long. */
export const MAX_LOOKUP_COUNT = 17

/** How long to wait after so many look-ups without a hit: the profile may be on its way. In milliseconds. */
export function lookupDelayMs(lookupCount: number): number {
  if (lookupCount <= 1) return 10_000
  return lookupCount === 2 ? 20_000 : 60_000
}
