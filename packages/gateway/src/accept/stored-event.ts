import type { EventWarning } from '@rudder-klaviyo/sdk'
import type { EventRow } from '../outbox/event-row.ts'
import { statusName } from '../outbox/event-status.ts'
import type { StoredError, StoredEvent } from './acceptance.ts'

/** An event of the outbox in the words of its readers. */
export function toStoredEvent(row: EventRow): StoredEvent {
  const status = statusName(row)
  const { messageId, account, source, type, name, dueAtMs, settledAtMs } = row
  return {
    messageId,
    account,
    source,
    type,
    status,
    acceptedAtMs: row.acceptedAtMs,
    ...(name === undefined ? undefined : { name }),
    ...(settledAtMs === undefined ? undefined : { settledAtMs }),
    // The answer that settled it counts in `failures` only when it was a failure.
    attemptCount: row.failures + row.claims + (status === 'DELIVERED' ? 1 : 0),
    ...(status === 'RETRYING' && dueAtMs !== undefined ? { nextAttemptAtMs: dueAtMs } : undefined),
    // Both were written by us, as JSON of these types.
    warnings: row.warnings === undefined ? [] : (JSON.parse(row.warnings) as readonly EventWarning[]),
    ...(row.error === undefined ? undefined : { error: JSON.parse(row.error) as StoredError }),
  }
}
