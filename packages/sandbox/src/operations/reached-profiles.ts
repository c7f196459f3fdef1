import type { JsonObject } from '@rudder-klaviyo/sdk'
import { type ChannelChange, identifierOf, reachableChannelsOf } from '../rules/channel-rules.ts'
import type { ProfileAt } from '../rules/profile-rules.ts'
import type { Profile } from '../state/profile.ts'
import type { State } from '../state/state.ts'
import { writeProfile } from './write-profile.ts'

/**
 * Whose consent a change is about. Mostly one profile, made if it is new; but when email and phone number of the
 * request belong to two profiles, each channel is about the owner of its own identifier.
 */
export function reachedProfiles(
  state: State,
  input: ProfileAt & { readonly at: string },
): ReadonlyMap<Profile, readonly ChannelChange[]> {
  // A consent writes nothing but identifiers to its profile.
  const { email, phone_number } = input.attributes
  const identifiers: JsonObject = Object.fromEntries(
    Object.entries({ email, phone_number }).filter(([, value]) => typeof value === 'string'),
  )
  const written = writeProfile(
    state,
    { id: input.id ?? null, attributes: identifiers },
    { onClash: 'leave-out', pointer: input.at },
  ).profile
  return Map.groupBy(reachableChannelsOf(input), ({ channel }) => {
    const identifier = identifierOf(channel)
    const value = identifier === undefined ? undefined : identifiers[identifier]
    return identifier === undefined || typeof value !== 'string'
      ? written
      : (state.profiles.owner(identifier, value) ?? written)
  })
}
