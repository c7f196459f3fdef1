import { hash } from 'node:crypto'
import { stringify } from 'safe-stable-stringify'

/**
 * What tells two payloads of one messageId apart: SHA-256 of the event as it was sent, whatever the order of its keys.
 * Without `sentAt`, which a client sets anew for each try.
 */
export function digestOf(event: object): string {
  const sent: object = { ...event, sentAt: undefined }
  return hash('sha256', stringify(sent))
}
