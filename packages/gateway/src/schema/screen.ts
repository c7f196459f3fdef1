import { builder } from '../builder.ts'
import { acceptEvents } from './accept-events.ts'
import { EventResult } from './event-result.ts'
import { screenEvent } from './screen-event.ts'
import { ScreenInput } from './screen-input.ts'

builder.mutationField('screen', (t) =>
  t.field({
    type: EventResult,
    nullable: true,
    description: 'Record a screen view: an event with the name of the screen.',
    args: { input: t.arg({ type: ScreenInput, required: true, description: 'The screen view.' }) },
    resolve: async (_root, { input }, context) => {
      const [result] = await acceptEvents([{ ...screenEvent(input), prefix: 'input' }], context)
      return result
    },
  }),
)
