import { Refusal, refuseFaults } from '../refusal.ts'
import { formatFaults, isGiven } from '../rules/profile-rules.ts'
import { resolveProfile } from '../state/resolve-profile.ts'
import type { ProfileInput } from './bodies.ts'
import { type Handler, bodyOf } from './handler.ts'

interface DeletionBody {
  readonly data: { readonly attributes: { readonly profile: { readonly data: ProfileInput } } }
}

const PROFILE = '/data/attributes/profile/data'

/** Deletes a profile with its events and its places on lists, at once. A profile that does not exist is no error. */
export const deleteProfile: Handler = (call) => {
  const { id, attributes } = bodyOf<DeletionBody>(call).data.attributes.profile.data
  const given = [id, attributes['email'], attributes['phone_number']].filter(isGiven)
  if (given.length !== 1) {
    throw new Refusal(400, [{ pointer: PROFILE, detail: 'Give exactly one of id, email and phone_number.' }])
  }
  refuseFaults(formatFaults({ attributes, pointer: `${PROFILE}/attributes` }))
  const { profiles, events, lists } = call.state
  const { profile } = resolveProfile(profiles, id ?? undefined, attributes)
  if (profile !== undefined) {
    events.removeOf(profile)
    lists.leaveAll(profile)
    profiles.remove(profile)
  }
  return { status: 202 }
}
