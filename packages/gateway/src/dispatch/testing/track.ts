/** A track event of a person. */
export function track(messageId: string, userId = messageId, email?: string): object {
  const person = email === undefined ? {} : { context: { traits: { email } } }
  return { type: 'track', event: 'Viewed', userId, messageId, timestamp: '2024-06-15T11:00:00.000Z', ...person }
}
