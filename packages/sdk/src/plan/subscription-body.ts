import type { Consent } from '../event/event.ts'
import type { Notes } from '../event/notes.ts'
import { CHANNEL_IDENTIFIERS } from '../map/subscription.ts'
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

const relationships = (listId: string): JsonObject => ({ list: { data: { type: 'list', id: listId } } })

/** Email and phone of a member under Klaviyo's names. */
function identifiers({ email, phone }: Member): { email?: string; phone_number?: string } {
  return { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone_number: phone }) }
}

/** The channels whose identifier the member has; the others are left out with a warning. */
export function usableChannels(
  channels: readonly Consent[],
  member: Member,
  path: string,
  notes: Notes,
): readonly Consent[] {
  const has = identifiers(member)
  return channels.filter((channel) => {
    const identifier = CHANNEL_IDENTIFIERS[channel]
    if (has[identifier] !== undefined) return true
    const trait = channel === 'sms' ? 'phone' : 'email'
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
  const marketing: JsonObject = {
    marketing: { consent: 'SUBSCRIBED', ...(consentedAt === undefined ? undefined : { consented_at: consentedAt }) },
  }
  return {
    data: {
      type: 'profile-subscription-bulk-create-job',
      attributes: {
        ...(customSource === undefined ? undefined : { custom_source: customSource }),
        ...(consentedAt === undefined ? undefined : { historical_import: true }),
        profiles: {
          data: [
            {
              type: 'profile',
              ...(member.id === undefined ? undefined : { id: member.id }),
              attributes: {
                ...identifiers(member),
                subscriptions: Object.fromEntries(channels.map((channel) => [channel, marketing])),
              },
            },
          ],
        },
      },
      relationships: relationships(listId),
    },
  }
}

/** The body of an unsubscription: Klaviyo takes no id, and takes away every channel of the identifiers that are sent. */
export function unsubscribeBody(member: Member, listId: string, settings: Settings): JsonObject {
  const unsubscribed: JsonObject = { marketing: { consent: 'UNSUBSCRIBED' } }
  const subscriptions: JsonObject | undefined = REVISIONS[settings.revision].unsubscribeNamesChannels
    ? {
        ...(member.email === undefined ? undefined : { email: unsubscribed }),
        ...(member.phone === undefined ? undefined : { sms: unsubscribed }),
      }
    : undefined
  return {
    data: {
      type: 'profile-subscription-bulk-delete-job',
      attributes: {
        profiles: {
          data: [
            {
              type: 'profile',
              attributes: { ...identifiers(member), ...(subscriptions === undefined ? undefined : { subscriptions }) },
            },
          ],
        },
      },
      relationships: relationships(listId),
    },
  }
}
