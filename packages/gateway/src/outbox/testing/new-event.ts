import { REQUEST_BITS } from '@rudder-klaviyo/sdk/stages'
import type { NewEvent } from '../event-row.ts'

/** A track event of `u1`, with what a test says differently. */
export function newEvent(parts: Partial<NewEvent> & { messageId: string }): NewEvent {
  const { messageId } = parts
  return {
    account: 'shop',
    source: 'web',
    type: 'track',
    name: 'Viewed',
    isFiltered: false,
    keys: ['x:u1'],
    ops: REQUEST_BITS.createEvent,
    writes: 0,
    list: undefined,
    digest: `digest of ${messageId}`,
    body: JSON.stringify({ type: 'track', event: 'Viewed', userId: 'u1', messageId }),
    warnings: undefined,
    ...parts,
  }
}
