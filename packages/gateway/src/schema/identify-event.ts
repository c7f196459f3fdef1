import type { EventWarning } from '@rudder-klaviyo/sdk'
import { given, type ArgumentEvent } from './argument-event.ts'
import { BASICS_RULES, basicsOf } from './event-basics.ts'
import type { IdentifyInput } from './identify-input.ts'
import { placePatch } from './patch-argument.ts'
import { placeTraits } from './traits-argument.ts'

/** The event of an `identify`. Consent stands in `traits.properties`, where it wins over that of `traits.custom`. */
export function identifyEvent(input: typeof IdentifyInput.$inferInput): ArgumentEvent {
  const warnings: EventWarning[] = []
  const traits = placeTraits(input.traits, warnings)
  const patch = placePatch(input.patchProperties, warnings)
  const { subscription } = input
  const consent = subscription == null ? undefined : given({ ...subscription })
  return {
    event: {
      type: 'identify',
      ...basicsOf(input, { ...traits.flat, ...patch.traits }),
      traits: given({ address: traits.address, properties: consent }),
      ...given({ integrations: patch.integrations }),
    },
    rules: [...BASICS_RULES, ...traits.rules, ...patch.rules, ['traits.properties', 'subscription']],
    warnings,
  }
}
