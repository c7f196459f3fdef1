import type { AcceptIssue } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'
import { EventIssueCode } from './event-issue-code.ts'

/** Why an event was refused. */
export const EventIssue = builder.objectRef<AcceptIssue>('EventIssue').implement({
  description: 'Why an event was refused.',
  fields: (t) => ({
    path: t.expose('path', {
      type: 'String',
      description:
        'Where, from the argument on: `input.traits.email`, `events[3].track.event`. A key that holds a dot is quoted.',
    }),
    code: t.expose('code', { type: EventIssueCode, description: 'Which rule.' }),
    message: t.expose('message', { type: 'String', description: 'What happened and how to mend it.' }),
  }),
})
