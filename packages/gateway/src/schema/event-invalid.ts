import type { AcceptResult } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'
import { EventIssue } from './event-issue.ts'

/** An event that was refused. */
export type Invalid = Extract<AcceptResult, { kind: 'invalid' }>

/** The event was refused and not stored. Sending it again unchanged gives the same answer. */
export const EventInvalid = builder.objectRef<Invalid>('EventInvalid').implement({
  description: 'The event was refused and not stored. Sending it again unchanged gives the same answer.',
  fields: (t) => ({
    messageId: t.expose('messageId', {
      type: 'ID',
      nullable: true,
      description: 'The messageId, if the event had one.',
    }),
    message: t.expose('message', {
      type: 'String',
      description: 'All issues in one sentence, without any value of a trait.',
    }),
    issues: t.expose('issues', { type: [EventIssue], description: 'At least one.' }),
  }),
})
