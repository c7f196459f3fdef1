import type { AcceptResult } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'
import { Event } from './event.ts'
import { EventWarning } from './event-warning.ts'

/** An event that was taken. */
export type Accepted = Extract<AcceptResult, { kind: 'accepted' }>

/** The event is committed and synced in the outbox. It will be delivered, or end as a dead letter; Klaviyo has not seen it yet. */
export const EventAccepted = builder.objectRef<Accepted>('EventAccepted').implement({
  description:
    'The event is committed and synced in the outbox. It will be delivered, or end as a dead letter; Klaviyo has not seen it yet.',
  fields: (t) => ({
    messageId: t.expose('messageId', { type: 'ID', description: 'Yours, or the one that was made for the event.' }),
    duplicate: t.expose('duplicate', {
      type: 'Boolean',
      description:
        'This source sent the messageId before; the first one stands, this one was not stored. With another payload: warning `PAYLOAD_DIFFERS`.',
    }),
    warnings: t.expose('warnings', {
      type: [EventWarning],
      description: 'What was left out or read in another way than you may expect.',
    }),
    event: t.expose('event', { type: Event, description: 'The event and its status.' }),
  }),
})
