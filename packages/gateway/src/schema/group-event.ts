import type { EventWarning } from '@rudder-klaviyo/sdk'
import { given, type ArgumentEvent } from './argument-event.ts'
import { BASICS_RULES, basicsOf } from './event-basics.ts'
import type { GroupInput } from './group-input.ts'
import { placeTraits } from './traits-argument.ts'

/** The event of a `group`: `traits` are those of the group, `context.traits` those of the person. */
export function groupEvent(input: typeof GroupInput.$inferInput): ArgumentEvent {
  const warnings: EventWarning[] = []
  const traits = placeTraits(input.traits, warnings)
  const consent = given({ consent: input.consent })
  const isConsentCustom = input.consent == null && Object.hasOwn(traits.flat, 'consent')
  return {
    event: {
      type: 'group',
      groupId: input.groupId,
      ...basicsOf(input, { ...traits.flat, ...consent }),
      traits: given({ subscribe: input.subscribe, custom_source: input.customSource }),
    },
    rules: [
      ...BASICS_RULES,
      ...traits.rules,
      ['groupId', 'groupId'],
      ['traits.subscribe', 'subscribe'],
      ['traits.custom_source', 'customSource'],
      ['traits.consent', 'consent'],
      ['context.traits.consent', isConsentCustom ? 'traits.custom.consent' : 'consent'],
    ],
    warnings,
  }
}
