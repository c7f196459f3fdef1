import type { EventWarning } from '@rudder-klaviyo/sdk'
import { given, type ArgumentEvent } from './argument-event.ts'
import { BASICS_RULES, basicsOf } from './event-basics.ts'
import { placeProperties } from './metric-properties.ts'
import { placePatch } from './patch-argument.ts'
import type { TrackInput } from './track-input.ts'
import { placeTraits } from './traits-argument.ts'

/** The event of a `track`. `revenue` and `currency` stand in `properties`, in front of what is given there. */
export function trackEvent(input: typeof TrackInput.$inferInput): ArgumentEvent {
  const warnings: EventWarning[] = []
  const traits = placeTraits(input.traits, warnings)
  const patch = placePatch(input.patchProperties, warnings)
  const metric = placeProperties(input.properties, { revenue: input.revenue, currency: input.currency }, warnings)
  return {
    event: {
      type: 'track',
      event: input.event,
      ...basicsOf(input, { ...traits.flat, ...patch.traits }),
      properties: metric.properties,
      ...given({ integrations: patch.integrations }),
      ...(traits.address === undefined ? undefined : { traits: { address: traits.address } }),
    },
    rules: [...BASICS_RULES, ...traits.rules, ...patch.rules, ...metric.rules, ['event', 'event']],
    warnings,
  }
}
