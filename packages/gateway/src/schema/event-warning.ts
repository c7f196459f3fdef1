import type { AcceptWarning } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'
import { EventWarningCode } from './event-warning-code.ts'

/** Something that was left out, or read in another way than expected, without refusing the event. */
export const EventWarning = builder.objectRef<AcceptWarning>('EventWarning').implement({
  description: 'Something that was left out, or read in another way than expected, without refusing the event.',
  fields: (t) => ({
    path: t.expose('path', {
      type: 'String',
      description: 'Where, as in `EventIssue.path`. For a warning of the delivery: the Klaviyo field.',
    }),
    code: t.expose('code', { type: EventWarningCode, description: 'Which rule.' }),
    message: t.expose('message', { type: 'String', description: 'What happened and, where it can be mended, how.' }),
  }),
})
