import { type Fault, refuseFaults } from '../refusal.ts'
import { channelFaults, historicalFaults, nobodyFaults } from '../rules/channel-rules.ts'
import { formatFaults, type ProfileAt } from '../rules/profile-rules.ts'
import { type ConsentState, EMAIL } from '../state/consent.ts'
import type { List } from '../state/lists.ts'
import { setConsent } from '../state/profile.ts'
import type { ProfilesBody } from './bodies.ts'
import { type Call, type Handler, bodyOf } from './handler.ts'
import { leave } from './leave.ts'
import { reachedProfiles } from './reached-profiles.ts'
import { unlessGone } from './unless-gone.ts'
import { refuseUnknownIds } from './write-profile.ts'

const PROFILES = '/data/attributes/profiles/data'

/** Subscribes profiles and puts them on the list, if there is one. */
export const subscribe: Handler = (call) => {
  const { attributes, relationships } = bodyOf<ProfilesBody>(call).data
  const nowMs = call.now()
  const isHistorical = attributes.historical_import === true
  const profiles = profilesOf(attributes)
  refuse(call, profiles, (profile) => (isHistorical ? historicalFaults(profile, nowMs) : []))
  refuseUnknownIds(call.state, profiles)
  const source = attributes.custom_source ?? undefined
  const listId = relationships?.list?.data?.id
  const joins = { ...(source === undefined ? {} : { source }), ...(listId === undefined ? {} : { listId }) }
  call.background.takeEffect(() => {
    for (const input of profiles) unlessGone(() => join(call, input, { ...joins, nowMs, isHistorical }))
  })
  return { status: 202 }
}

interface Joining {
  readonly source?: string
  readonly listId?: string
  /** When the request was accepted. */
  readonly nowMs: number
  readonly isHistorical: boolean
}

function join({ state, switches }: Call, input: ProfileAt & { at: string }, joining: Joining): void {
  const { source, listId, nowMs, isHistorical } = joining
  for (const [profile, changes] of reachedProfiles(state, input)) {
    if (switches.resubscribeWithin30MinutesIgnored && !state.subscribes.isFirst(profile, listId, nowMs)) continue
    for (const change of changes) {
      // Without `historical_import` the time of the request counts, whatever the body says.
      const at = isHistorical ? change.consentedAt : undefined
      const consentedMs = at === undefined ? nowMs : Date.parse(at)
      const consent: ConsentState = { consent: 'SUBSCRIBED', consentedMs, updatedMs: nowMs }
      setConsent(profile, change.channel, source === undefined ? consent : { ...consent, source })
      if (change.channel === EMAIL) profile.suppressions = []
    }
    if (listId !== undefined) state.lists.join(state.lists.use(listId), profile)
  }
}

/**
 * Unsubscribes profiles. With a list, they leave it; a profile that is not on the list is unsubscribed globally: from
 * every channel and every list. Without a list they leave every list.
 */
export const unsubscribe: Handler = (call) => {
  const { attributes, relationships } = bodyOf<ProfilesBody>(call).data
  const nowMs = call.now()
  const profiles = profilesOf(attributes)
  refuse(call, profiles, () => [])
  const listId = relationships?.list?.data?.id
  call.background.takeEffect(() => {
    const list: List | undefined = listId === undefined ? undefined : call.state.lists.use(listId)
    for (const input of profiles) {
      for (const [profile, changes] of reachedProfiles(call.state, input)) {
        leave(call, { profile, changes, list, nowMs })
      }
    }
  })
  return { status: 202 }
}

const profilesOf = ({ profiles }: ProfilesBody['data']['attributes']) =>
  (profiles?.data ?? []).map((profile, index) => ({
    ...profile,
    at: `${PROFILES}/${index}`,
    pointer: `${PROFILES}/${index}/attributes`,
  }))

function refuse(
  { switches }: Call,
  profiles: readonly ProfileAt[],
  alsoWrong: (profile: ProfileAt) => readonly Fault[],
): void {
  const ofChannels = switches.channelWithoutIdentifierRefused ? channelFaults : nobodyFaults
  refuseFaults(profiles.flatMap((profile) => [...formatFaults(profile), ...ofChannels(profile), ...alsoWrong(profile)]))
}
