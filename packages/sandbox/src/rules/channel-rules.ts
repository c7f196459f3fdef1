import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import { pointerTo } from '../json-pointer.ts'
import type { Fault } from '../refusal.ts'
import { EMAIL, SMS } from '../state/consent.ts'
import { isGiven, type ProfileAt } from './profile-rules.ts'

/** A channel that a request subscribes or unsubscribes, for example `sms.marketing`. */
export interface ChannelChange {
  readonly channel: string
  readonly pointer: string
  readonly consentedAt?: string
}

/** The identifier that a channel reaches a person by. Push has its tokens instead. */
const IDENTIFIER_OF: Readonly<Record<string, 'email' | 'phone_number'>> = {
  email: 'email',
  sms: 'phone_number',
  whatsapp: 'phone_number',
}

const nameOf = (channel: string) => channel.split('.')[0] ?? channel

/** The identifier that a channel needs; `undefined` for push. */
export const identifierOf = (channel: string): 'email' | 'phone_number' | undefined => IDENTIFIER_OF[nameOf(channel)]

/** The only consent that has no time of its own. */
const OPEN_TRACKING = 'email.open_tracking'

/**
 * The channels that a profile of a request is about. Without `subscriptions` (possible in 2024-06-15 alone) they are
 * all channels whose identifier is given.
 */
function channelsOf({ attributes, pointer }: ProfileAt): ChannelChange[] {
  const subscriptions = attributes['subscriptions']
  if (subscriptions == null) {
    return [
      ...(isGiven(attributes['email']) ? [{ channel: EMAIL, pointer: pointerTo(pointer, 'email') }] : []),
      ...(isGiven(attributes['phone_number']) ? [{ channel: SMS, pointer: pointerTo(pointer, 'phone_number') }] : []),
    ]
  }
  const at = pointerTo(pointer, 'subscriptions')
  return members(subscriptions).flatMap(([name, kinds]) =>
    members(kinds)
      .filter(([, change]) => 'consent' in change)
      .map(([kind, change]) => ({
        channel: `${name}.${kind}`,
        pointer: pointerTo(pointerTo(at, name), kind),
        ...(typeof change['consented_at'] === 'string' ? { consentedAt: change['consented_at'] } : {}),
      })),
  )
}

/** The members of an object that are objects themselves. */
const members = (value: Json): [string, JsonObject][] =>
  Object.entries(asObject(value)).flatMap(([name, member]): [string, JsonObject][] =>
    typeof member === 'object' && member !== null ? [[name, asObject(member)]] : [],
  )

/** The channels of a profile whose identifier stands in the request. */
export const reachableChannelsOf = (profile: ProfileAt): ChannelChange[] =>
  channelsOf(profile).filter(({ channel }) => {
    const identifier = identifierOf(channel)
    return identifier === undefined || isGiven(profile.attributes[identifier])
  })

/** A profile that names no channel at all, and one of which no channel can be reached. */
export function nobodyFaults(profile: ProfileAt): Fault[] {
  if (reachableChannelsOf(profile).length > 0) return []
  return [{ pointer: profile.pointer, detail: 'A profile needs an email or a phone number, and a channel.' }]
}

/** A channel without the identifier that reaches it, and a profile that names no channel at all. */
export function channelFaults(profile: ProfileAt): Fault[] {
  const channels = channelsOf(profile)
  if (channels.length === 0) return nobodyFaults(profile)
  const missing = new Map<string, Fault>()
  for (const { channel } of channels) {
    const name = nameOf(channel)
    const identifier = identifierOf(channel)
    if (identifier === undefined || isGiven(profile.attributes[identifier])) continue
    const pointer = pointerTo(profile.pointer, identifier)
    missing.set(pointer, { pointer, detail: `${identifier} must not be empty when "${name}" is in subscriptions.` })
  }
  return [...missing.values()]
}

/** With `historical_import` every consent needs a time, and it lies in the past. */
export function historicalFaults(profile: ProfileAt, nowMs: number): Fault[] {
  return channelsOf(profile)
    .filter(({ channel, consentedAt }) => channel !== OPEN_TRACKING && !(Date.parse(consentedAt ?? '') < nowMs))
    .map(({ pointer }) => ({
      pointer: pointerTo(pointer, 'consented_at'),
      detail: 'With historical_import, consented_at is required and must lie in the past.',
    }))
}
