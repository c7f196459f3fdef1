import { builder } from '../builder.ts'
import { EventAccepted } from './event-accepted.ts'
import { EventInvalid } from './event-invalid.ts'

/** What became of an event. */
export const EventResult = builder.unionType('EventResult', {
  description: 'What became of an event.',
  types: [EventAccepted, EventInvalid],
  resolveType: (result) => (result.kind === 'accepted' ? EventAccepted : EventInvalid),
})
