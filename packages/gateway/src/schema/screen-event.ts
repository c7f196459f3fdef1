import type { EventWarning } from '@rudder-klaviyo/sdk'
import type { ArgumentEvent } from './argument-event.ts'
import { BASICS_RULES, basicsOf } from './event-basics.ts'
import { placeProperties } from './metric-properties.ts'
import type { ScreenInput } from './screen-input.ts'
import { placeTraits } from './traits-argument.ts'

/** The event of a `screen`. */
export function screenEvent(input: typeof ScreenInput.$inferInput): ArgumentEvent {
  const warnings: EventWarning[] = []
  const traits = placeTraits(input.traits, warnings)
  const metric = placeProperties(input.properties, {}, warnings)
  return {
    event: {
      type: 'screen',
      name: input.name,
      ...basicsOf(input, traits.flat),
      properties: metric.properties,
      ...(traits.address === undefined ? undefined : { traits: { address: traits.address } }),
    },
    // The mapping reads `event` first, which a screen of this schema never has.
    rules: [...BASICS_RULES, ...traits.rules, ...metric.rules, ['name', 'name'], ['event', 'name']],
    warnings,
  }
}
