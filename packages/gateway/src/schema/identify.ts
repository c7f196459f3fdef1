import { builder } from '../builder.ts'
import { acceptEvents } from './accept-events.ts'
import { EventResult } from './event-result.ts'
import { identifyEvent } from './identify-event.ts'
import { IdentifyInput } from './identify-input.ts'

builder.mutationField('identify', (t) =>
  t.field({
    type: EventResult,
    nullable: true,
    description: 'Create or update a profile. With `subscription`, its consent too.',
    args: { input: t.arg({ type: IdentifyInput, required: true, description: 'The profile.' }) },
    resolve: async (_root, { input }, context) => {
      const [result] = await acceptEvents([{ ...identifyEvent(input), prefix: 'input' }], context)
      return result
    },
  }),
)
