/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether an event has a messageId that the SDK takes: a text that is not blank, or a number. */
export function hasMessageId(event: Readonly<Record<string, unknown>>): boolean {
  const id = event['messageId']
  return typeof id === 'string' ? id.trim() !== '' : typeof id === 'number' && Number.isFinite(id)
}
