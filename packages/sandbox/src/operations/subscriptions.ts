import { type Fault, refuseFaults } from '../refusal.ts'
import { type ChannelChange, channelFaults, historicalFaults } from '../rules/channel-rules.ts'
import { formatFaults, type ProfileAt } from '../rules/profile-rules.ts'
import { type ConsentState, EMAIL, SMS } from '../state/consent.ts'
import type { List } from '../state/lists.ts'
import type { Profile } from '../state/profile.ts'
import type { ProfilesBody } from './bodies.ts'
import { type Call, type Handler, bodyOf } from './handler.ts'
import { reachedProfiles } from './reached-profiles.ts'
import { refuseUnknownIds } from './write-profile.ts'

const PROFILES = '/data/attributes/profiles/data'

/** Subscribes profiles and puts them on the list, if there is one. */
export const subscribe: Handler = (call) => {
  const { attributes, relationships } = bodyOf<ProfilesBody>(call).data
  const isHistorical = attributes.historical_import === true
  const profiles = profilesOf(attributes)
  refuse(profiles, (profile) => (isHistorical ? historicalFaults(profile, call.now()) : []))
  refuseUnknownIds(call.state, profiles)
  const source = attributes.custom_source ?? undefined
  const listId = relationships?.list?.data?.id
  for (const input of profiles) {
    for (const [profile, changes] of reachedProfiles(call.state, input)) {
      for (const change of changes) {
        // Without `historical_import` the time of the request counts, whatever the body says.
        const at = isHistorical ? change.consentedAt : undefined
        const consentedMs = at === undefined ? call.now() : Date.parse(at)
        const state: ConsentState = { consent: 'SUBSCRIBED', consentedMs, updatedMs: call.now() }
        profile.consent.set(change.channel, source === undefined ? state : { ...state, source })
        if (change.channel === EMAIL) profile.suppressions = []
      }
      if (listId !== undefined) call.state.lists.join(call.state.lists.use(listId), profile)
    }
  }
  return { status: 202 }
}

/**
 * Unsubscribes profiles. With a list, they leave it; a profile that is not on the list is unsubscribed globally: from
 * every channel and every list. Without a list they leave every list.
 */
export const unsubscribe: Handler = (call) => {
  const { attributes, relationships } = bodyOf<ProfilesBody>(call).data
  const profiles = profilesOf(attributes)
  refuse(profiles, () => [])
  const listId = relationships?.list?.data?.id
  const list = listId === undefined ? undefined : call.state.lists.use(listId)
  for (const input of profiles) {
    for (const [profile, changes] of reachedProfiles(call.state, input)) leave(call, { profile, changes, list })
  }
  return { status: 202 }
}

interface Leaving {
  readonly profile: Profile
  readonly changes: readonly ChannelChange[]
  readonly list: List | undefined
}

function leave({ state, now }: Call, { profile, changes, list }: Leaving): void {
  const isGlobal = list !== undefined && !list.members.delete(profile)
  if (list === undefined || isGlobal) state.lists.leaveAll(profile)
  const named = changes.map(({ channel }) => channel)
  const nowMs = now()
  for (const channel of isGlobal ? everyChannel(profile, named) : named) {
    profile.consent.set(channel, { consent: 'UNSUBSCRIBED', consentedMs: nowMs, updatedMs: nowMs })
  }
}

/** Every channel that reaches the profile. */
function everyChannel({ identifiers, consent }: Profile, named: readonly string[]): ReadonlySet<string> {
  return new Set([
    ...named,
    ...consent.keys(),
    ...(identifiers.email === undefined ? [] : [EMAIL]),
    ...(identifiers.phone_number === undefined ? [] : [SMS]),
  ])
}

const profilesOf = ({ profiles }: ProfilesBody['data']['attributes']) =>
  (profiles?.data ?? []).map((profile, index) => ({
    ...profile,
    at: `${PROFILES}/${index}`,
    pointer: `${PROFILES}/${index}/attributes`,
  }))

function refuse(profiles: readonly ProfileAt[], alsoWrong: (profile: ProfileAt) => Fault[]): void {
  refuseFaults(
    profiles.flatMap((profile) => [...formatFaults(profile), ...channelFaults(profile), ...alsoWrong(profile)]),
  )
}
