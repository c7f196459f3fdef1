const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** Longest pause by the gateway's word that is believed, in milliseconds: a wrong clock must not stop a page for good. */
const LONGEST_ASKED_MS = 3_600_000

/**
 * How long to wait after so many failures in a row, in milliseconds: twice as long each time, up to 30 s. The half of it
 * is left to chance, so that many pages do not come back at once.
 */
export function backoffMs(failureCount: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (failureCount - 1), LONGEST_WAIT_MS) * (0.5 + Math.random() / 2)
}

/** The pause that `Retry-After` asks for, in seconds or as a date, in milliseconds; `undefined` without a usable one. */
export function retryAfterMsOf(value: string | null): number | undefined {
  // Digits alone are seconds; `Date.parse` would take them for a year.
  const waitMs = /\D/.test(value ?? '-') ? Date.parse(value ?? '') - Date.now() : Number(value) * 1000
  return waitMs > 0 ? Math.min(waitMs, LONGEST_ASKED_MS) : undefined
}
