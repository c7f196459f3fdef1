import type { JsonObject } from '@rudder-klaviyo/sdk'
import { timestamp } from '../state/clock.ts'
import { EMAIL } from '../state/consent.ts'
import type { Profile } from '../state/profile.ts'

/** `subscriptions` of a profile: email always, another channel once it was touched. */
export function subscriptionsOf(profile: Profile): JsonObject {
  const channels = new Set([EMAIL, ...profile.consent.keys()])
  const byName = Map.groupBy(channels, (channel) => channel.split('.')[0] ?? channel)
  const entries = [...byName].map(([name, channels]): [string, JsonObject] => [
    // Klaviyo reads `push` and answers `mobile_push`.
    name === 'push' ? 'mobile_push' : name,
    Object.fromEntries(channels.map((channel) => [channel.split('.')[1] ?? channel, stateOf(profile, channel)])),
  ])
  return Object.fromEntries(entries)
}

function stateOf(profile: Profile, channel: string): JsonObject {
  const state = profile.consent.get(channel)
  const isSuppressed = channel === EMAIL && profile.suppressions.length > 0
  return {
    ...canReceive(channel, state?.consent !== 'UNSUBSCRIBED' && !isSuppressed),
    consent: state?.consent ?? 'NEVER_SUBSCRIBED',
    consent_timestamp: state === undefined ? null : timestamp(state.consentedMs),
    last_updated: state === undefined ? null : timestamp(state.updatedMs),
    method: state === undefined ? null : 'API',
    method_detail: state?.source ?? '',
    ...(channel === EMAIL ? emailMembers(profile) : {}),
  }
}

/** The member that says whether messages may be sent has another name in each older channel. */
function canReceive(channel: string, allowed: boolean): JsonObject {
  const [name = channel, kind] = channel.split('.')
  const isOlder = channel === EMAIL || name === 'sms' || name === 'push'
  return { [isOlder ? `can_receive_${name}_${kind}` : 'can_receive']: allowed }
}

const emailMembers = ({ suppressions }: Profile): JsonObject => ({
  custom_method_detail: null,
  double_optin: false,
  suppression: suppressions.map(({ reason, timestampMs }) => ({ reason, timestamp: timestamp(timestampMs) })),
  list_suppressions: [],
})
