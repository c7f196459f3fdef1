import { builder } from '../builder.ts'
import { acceptEvents } from './accept-events.ts'
import { EventResult } from './event-result.ts'
import { trackEvent } from './track-event.ts'
import { TrackInput } from './track-input.ts'

builder.mutationField('track', (t) =>
  t.field({
    type: EventResult,
    nullable: true,
    description: 'Record that somebody did something.',
    args: { input: t.arg({ type: TrackInput, required: true, description: 'The event.' }) },
    resolve: async (_root, { input }, context) => {
      const [result] = await acceptEvents([{ ...trackEvent(input), prefix: 'input' }], context)
      return result
    },
  }),
)
