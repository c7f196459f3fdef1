/** One key per messageId and operation: planning the same event again gives the same key, so a replay is recognised. */
export function idempotencyKey(messageId: string, operation: string): string {
  // `join` and not `+`: a string that is put together lazily costs JSON.stringify of the whole plan its fast path.
  return [messageId, operation].join(':')
}
