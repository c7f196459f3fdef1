/** What an answer says of Klaviyo's steady window. */
export interface RemainingHeader {
  readonly leftCount: number
  readonly resetMs: number
}

/**
 * Reads `RateLimit-Remaining` and `RateLimit-Reset` (seconds); `undefined` unless both can be read. A window cannot last
 * longer than its length, whatever the answer says.
 */
export function readRemaining(headers: Headers, windowMs: number): RemainingHeader | undefined {
  const remaining = headers.get('ratelimit-remaining')?.trim() ?? ''
  const reset = headers.get('ratelimit-reset')?.trim() ?? ''
  if (!/^\d+$/.test(remaining) || !/^\d+(?:\.\d+)?$/.test(reset)) return undefined
  return { leftCount: Number(remaining), resetMs: Math.min(Number(reset) * 1_000, windowMs) }
}
