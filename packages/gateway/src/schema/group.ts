import { builder } from '../builder.ts'
import { acceptEvents } from './accept-events.ts'
import { EventResult } from './event-result.ts'
import { groupEvent } from './group-event.ts'
import { GroupInput } from './group-input.ts'

builder.mutationField('group', (t) =>
  t.field({
    type: EventResult,
    nullable: true,
    description: 'Subscribe or unsubscribe somebody to or from a list.',
    args: { input: t.arg({ type: GroupInput, required: true, description: 'The list, the person and the decision.' }) },
    resolve: async (_root, { input }, context) => {
      const [result] = await acceptEvents([{ ...groupEvent(input), prefix: 'input' }], context)
      return result
    },
  }),
)
