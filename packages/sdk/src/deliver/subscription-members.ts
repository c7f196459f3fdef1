import type { Consent } from '../event/event.ts'
import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import { isList, isRecord, recordIn } from '../event/record.ts'
import { CHANNEL_IDENTIFIERS } from '../map/subscription.ts'

/** A subscription of which something was taken or filled in. */
export interface ChangedSubscription {
  /** `undefined` when no member has a channel left: a subscription without channels would mean every channel. */
  readonly body: JsonObject | undefined
  readonly warnings: readonly EventWarning[]
}

/**
 * Changes the members of a planned subscription, then leaves out each channel whose identifier the member lacks, since
 * Klaviyo refuses the whole request for one, and each member without a channel. The body that is given is not changed.
 */
export function changeMembers(body: JsonObject, change: (member: JsonObject) => JsonObject): ChangedSubscription {
  const warnings: EventWarning[] = []
  const data = recordIn(body, 'data')
  const attributes = recordIn(data, 'attributes')
  const profiles = recordIn(attributes, 'profiles')
  const given = isList(profiles['data']) ? profiles['data'].filter(isRecord) : []
  const members = given.map((member) => withoutBareChannels(change(member), warnings)).filter(hasChannels)
  return {
    body:
      members.length === 0
        ? undefined
        : { ...body, data: { ...data, attributes: { ...attributes, profiles: { ...profiles, data: members } } } },
    warnings,
  }
}

function withoutBareChannels(member: JsonObject, warnings: EventWarning[]): JsonObject {
  const attributes = recordIn(member, 'attributes')
  const channels = Object.entries(recordIn(attributes, 'subscriptions')).filter(([channel]) => {
    const identifier = isChannel(channel) ? CHANNEL_IDENTIFIERS[channel] : undefined
    if (identifier === undefined || typeof attributes[identifier] === 'string') return true
    warnings.push({
      path: `subscriptions.${channel}`,
      code: 'CHANNEL_WITHOUT_IDENTIFIER',
      message: `The channel "${channel}" was left out: there is no ${identifier} to subscribe. Send the event again with one.`,
    })
    return false
  })
  return { ...member, attributes: { ...attributes, subscriptions: Object.fromEntries(channels) } }
}

const isChannel = (name: string): name is Consent => Object.hasOwn(CHANNEL_IDENTIFIERS, name)

const hasChannels = (member: JsonObject): boolean =>
  Object.keys(recordIn(recordIn(member, 'attributes'), 'subscriptions')).length > 0
