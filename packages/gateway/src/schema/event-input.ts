import { builder } from '../builder.ts'
import { GroupInput } from './group-input.ts'
import { IdentifyInput } from './identify-input.ts'
import { ScreenInput } from './screen-input.ts'
import { TrackInput } from './track-input.ts'

/** Exactly one event. */
export const EventInput = builder.inputType('EventInput', {
  description: 'Exactly one event.',
  isOneOf: true,
  fields: (t) => ({
    identify: t.field({ type: IdentifyInput, description: 'As the argument of `identify`.' }),
    track: t.field({ type: TrackInput, description: 'As the argument of `track`.' }),
    group: t.field({ type: GroupInput, description: 'As the argument of `group`.' }),
    screen: t.field({ type: ScreenInput, description: 'As the argument of `screen`.' }),
  }),
})
