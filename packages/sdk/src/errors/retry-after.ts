/**
 * Longest wait that is believed, in milliseconds: one hour. A clock that is wrong on the other side would otherwise stop
 * a delivery for years; a wait that really is longer is asked for again by the next answer.
 */
export const MAX_RETRY_AFTER_MS = 3_600_000

/**
 * Milliseconds to wait by `Retry-After`, which counts whole seconds or names a date; `undefined` without a usable one.
 * A date is read by the clock of the answer (`Date`), so that a wrong clock here does no harm; without one, by ours.
 */
export function retryAfterMsOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1_000, MAX_RETRY_AFTER_MS)
  const at = Date.parse(value)
  if (Number.isNaN(at)) return undefined
  const sentAt = Date.parse(headers.get('date') ?? '')
  const waitMs = at - (Number.isNaN(sentAt) ? Date.now() : sentAt)
  return Math.min(Math.max(waitMs, 0), MAX_RETRY_AFTER_MS)
}
