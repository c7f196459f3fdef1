import type { StoredEvent } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'

/** Where an accepted event stands. Settled: `DELIVERED`, `FILTERED`, `DEAD`. */
export const EventStatus = builder.enumType('EventStatus', {
  description: 'Where an accepted event stands. Settled: `DELIVERED`, `FILTERED`, `DEAD`.',
  values: {
    ACCEPTED: { description: 'In the outbox, not tried yet.' },
    DELIVERING: { description: 'On its way to Klaviyo now.' },
    RETRYING: {
      description: 'An attempt failed for a reason that may pass; it will be tried again at `nextAttemptAt`.',
    },
    DELIVERED: { description: 'Klaviyo took it.' },
    FILTERED: { description: 'Nothing was sent, because a setting or the event says so; `warnings` names which.' },
    DEAD: { description: 'Klaviyo refused it, or every attempt failed. It is kept as a dead letter for 30 days.' },
  } satisfies Record<StoredEvent['status'], { description: string }>,
})
