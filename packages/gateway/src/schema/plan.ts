import type { Plan as SdkPlan } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'
import { EventWarning } from './event-warning.ts'
import { PlannedRequest } from './planned-request.ts'

/** A plan of an event that has a messageId, or was given one. */
export type DryRun = SdkPlan & { readonly messageId: string }

/** The Klaviyo requests of one event, in the order in which they are sent. Delivery merges them with those of other events into fewer calls. */
export const Plan = builder.objectRef<DryRun>('Plan').implement({
  description:
    'The Klaviyo requests of one event, in the order in which they are sent. Delivery merges them with those of other events into fewer calls.',
  fields: (t) => ({
    messageId: t.expose('messageId', { type: 'ID', description: 'Yours, or the one that was made for this dry run.' }),
    revision: t.expose('revision', {
      type: 'String',
      description: 'The Klaviyo revision of the requests, for example `2024-06-15`.',
    }),
    requests: t.expose('requests', { type: [PlannedRequest], description: 'None if the event is filtered.' }),
    warnings: t.expose('warnings', {
      type: [EventWarning],
      description: 'What was left out or read in another way than you may expect.',
    }),
  }),
})
