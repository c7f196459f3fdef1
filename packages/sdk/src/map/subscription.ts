import type { Consent } from '../event/event.ts'
import type { Json } from '../event/json.ts'
import type { Notes } from '../event/notes.ts'
import type { FieldRow } from './mapping-table.ts'

/** What an identify event says about consent. Each field is looked up for itself. */
export const IDENTIFY_CONTROL_ROWS = {
  subscribe: {
    to: 'operation',
    from: ['traits.properties.subscribe', 'context.traits.properties.subscribe'],
    as: 'boolean',
  },
  listId: {
    to: 'relationships.list.data.id',
    from: ['traits.properties.listId', 'context.traits.properties.listId'],
    as: 'string',
  },
  consent: {
    to: 'subscriptions',
    from: [
      'traits.properties.consent',
      'context.traits.properties.consent',
      'context.traits.consent',
      'traits.consent',
    ],
    as: 'channels',
  },
} as const satisfies Record<string, FieldRow>

/** What a group event says about consent: `traits` belong to the group, `context.traits` to the member. */
export const GROUP_CONTROL_ROWS = {
  subscribe: { to: 'operation', from: ['traits.subscribe'], as: 'boolean' },
  listId: { to: 'relationships.list.data.id', from: ['groupId'], as: 'string' },
  consent: {
    to: 'subscriptions',
    from: [
      'context.traits.consent',
      'traits.consent',
      'traits.properties.consent',
      'context.traits.properties.consent',
    ],
    as: 'channels',
  },
  customSource: { to: 'custom_source', from: ['traits.custom_source'], as: 'string' },
} as const satisfies Record<string, FieldRow>

/** The channels of a subscription, and the identifier that each needs, under Klaviyo's name. */
export const CHANNEL_IDENTIFIERS = { email: 'email', sms: 'phone_number' } as const satisfies Record<Consent, string>

/** The same identifiers as traits. */
export const CHANNEL_TRAITS = { email: 'email', sms: 'phone' } as const satisfies Record<Consent, string>

/** The known channels of a stated consent, each once; all else is left out with a warning. */
export function knownChannels(values: readonly Json[], path: string, notes: Notes): readonly Consent[] {
  let first: Consent | undefined
  let second: Consent | undefined
  let hasUnknown = false
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (value !== 'email' && value !== 'sms') hasUnknown = true
    else if (first === undefined) first = value
    else if (value !== first) second = value
  }
  if (hasUnknown) {
    notes.warnings.push({
      path,
      code: 'UNKNOWN_CHANNEL',
      message: `\`${path}\` holds what is no channel; it was left out. Klaviyo has the channels "email" and "sms".`,
    })
  }
  // Written out and not pushed: a list that grows takes room for many, and there are two channels at most.
  if (first === undefined) return []
  return second === undefined ? [first] : [first, second]
}
