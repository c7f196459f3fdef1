import type { ArgumentEvent } from './argument-event.ts'
import type { EventInput } from './event-input.ts'
import { groupEvent } from './group-event.ts'
import { identifyEvent } from './identify-event.ts'
import { screenEvent } from './screen-event.ts'
import { trackEvent } from './track-event.ts'

/** An event, and the path of its argument: `events[3].track`. */
export interface PlacedEvent extends ArgumentEvent {
  readonly prefix: string
}

/** The one event of an `EventInput` that stands at `path`. */
export function eventArgument(input: typeof EventInput.$inferInput, path: string): PlacedEvent {
  if (input.identify != null) return { ...identifyEvent(input.identify), prefix: `${path}.identify` }
  if (input.track != null) return { ...trackEvent(input.track), prefix: `${path}.track` }
  if (input.group != null) return { ...groupEvent(input.group), prefix: `${path}.group` }
  if (input.screen != null) return { ...screenEvent(input.screen), prefix: `${path}.screen` }
  // GraphQL has refused this already: exactly one is given.
  return { event: {}, rules: [], warnings: [], prefix: path }
}
