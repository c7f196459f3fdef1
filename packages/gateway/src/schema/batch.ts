import { builder } from '../builder.ts'
import { acceptEvents } from './accept-events.ts'
import { eventArgument } from './event-argument.ts'
import { EventInput } from './event-input.ts'
import { EventResult } from './event-result.ts'

builder.mutationField('batch', (t) =>
  t.field({
    type: [EventResult],
    nullable: true,
    description: [
      'Accept up to 500 events at once, in order: one result per event, at the same place. One invalid event does not harm the others.',
      'A wrong JSON type (a number for a name, an unknown field) is refused by GraphQL itself, for the whole request, before anything is accepted.',
    ].join('\n'),
    args: { events: t.arg({ type: [EventInput], required: true, description: '1 to 500 events.' }) },
    resolve: (_root, { events }, context) =>
      acceptEvents(
        events.map((input, index) => eventArgument(input, `events[${index}]`)),
        context,
      ),
  }),
)
