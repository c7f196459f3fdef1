import type { Consent } from '../event/event.ts'
import type { Notes } from '../event/notes.ts'
import type { Filling } from '../map/custom-properties.ts'
import { CHANNEL_TRAITS } from '../map/subscription.ts'
import type { JsonObject } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import { REVISIONS } from '../revision.ts'

/** Who is subscribed or unsubscribed: what Klaviyo takes of a person here. */
export interface Member {
  readonly id: string | undefined
  readonly email: string | undefined
  readonly phone: string | undefined
}

/** What a subscription says beside the member. */
export interface SubscriptionParts {
  readonly channels: readonly Consent[]
  readonly listId: string
  readonly customSource?: string | undefined
  /** When the person consented; only for `historicalImport`. */
  readonly consentedAt?: string | undefined
}

/** The channels whose identifier the member has; the others are left out with a warning. */
export function usableChannels(
  channels: readonly Consent[],
  member: Member,
  path: string,
  notes: Notes,
): readonly Consent[] {
  if (member.email !== undefined && member.phone !== undefined) return channels
  return channels.filter((channel) => {
    const trait = CHANNEL_TRAITS[channel]
    if (member[trait] !== undefined) return true
    notes.warnings.push({
      path,
      code: 'CHANNEL_WITHOUT_IDENTIFIER',
      message: `The channel "${channel}" was left out: the event has no usable ${trait}. Set \`context.traits.${trait}\`.`,
    })
    return false
  })
}

/** The body of a subscription. */
export function subscribeBody(member: Member, parts: SubscriptionParts): JsonObject {
  const { channels, listId, customSource, consentedAt } = parts
  const subscribed =
    consentedAt === undefined ? SUBSCRIBED : { marketing: { consent: 'SUBSCRIBED', consented_at: consentedAt } }
  const person = identifiersOf(member)
  person['subscriptions'] = subscriptionsOf(channels, subscribed)
  const data: JsonObject[] =
    member.id === undefined
      ? [{ type: 'profile', attributes: person }]
      : [{ type: 'profile', id: member.id, attributes: person }]
  if (customSource === undefined && consentedAt === undefined) {
    return body('profile-subscription-bulk-create-job', { profiles: { data } }, listId)
  }
  const attributes: Filling = {}
  if (customSource !== undefined) attributes['custom_source'] = customSource
  if (consentedAt !== undefined) attributes['historical_import'] = true
  attributes['profiles'] = { data }
  return body('profile-subscription-bulk-create-job', attributes, listId)
}

/** The channels, each with what is said about it. By fixed names, which costs least. */
function subscriptionsOf(channels: readonly Consent[], said: JsonObject): JsonObject {
  const first = channels[0]
  if (channels.length === 1) return first === 'email' ? { email: said } : { sms: said }
  return first === 'email' ? { email: said, sms: said } : { sms: said, email: said }
}

/** The body of an unsubscription: Klaviyo takes no id, and takes away every channel of the identifiers that are sent. */
export function unsubscribeBody(member: Member, listId: string, settings: Settings): JsonObject {
  const person = identifiersOf(member)
  if (REVISIONS[settings.revision].unsubscribeNamesChannels) {
    const subscriptions: Filling = {}
    if (member.email !== undefined) subscriptions['email'] = UNSUBSCRIBED
    if (member.phone !== undefined) subscriptions['sms'] = UNSUBSCRIBED
    person['subscriptions'] = subscriptions
  }
  const attributes: Filling = { profiles: { data: [{ type: 'profile', attributes: person }] } }
  return body('profile-subscription-bulk-delete-job', attributes, listId)
}

const SUBSCRIBED: JsonObject = Object.freeze({ marketing: Object.freeze({ consent: 'SUBSCRIBED' }) })
const UNSUBSCRIBED: JsonObject = Object.freeze({ marketing: Object.freeze({ consent: 'UNSUBSCRIBED' }) })

/** Email and phone of a member under Klaviyo's names. */
function identifiersOf({ email, phone }: Member): Filling {
  if (email === undefined) return phone === undefined ? {} : { phone_number: phone }
  return phone === undefined ? { email } : { email, phone_number: phone }
}

function body(type: string, attributes: Filling, listId: string): JsonObject {
  return { data: { type, attributes, relationships: { list: { data: { type: 'list', id: listId } } } } }
}
