import { findByFilter } from '../reading/find-by-filter.ts'
import { pageOf } from '../reading/page.ts'
import { Refusal, notFound, refuseFaults } from '../refusal.ts'
import { profileResource } from '../resources/profile-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import { formatFaults, profileFaults } from '../rules/profile-rules.ts'
import type { Profile } from '../state/profile.ts'
import { uniqueOwners } from '../state/resolve-profile.ts'
import type { ProfileBody } from './bodies.ts'
import { type Answer, type Call, type Handler, bodyOf } from './handler.ts'
import { PROFILE_FILTERS, PROFILE_SORTS, profileBy } from './profile-filters.ts'
import { refuseClashes, writeProfile } from './write-profile.ts'

const PAGE_SIZE = 20

/** Pages through the profiles of the account. */
export const getProfiles: Handler = (call) => {
  const { profiles } = call.state
  const found = findByFilter(filterOf(call), {
    fields: PROFILE_FILTERS,
    all: profiles.all,
    byField: (field, value) => profileBy(profiles, field, value),
  })
  const { items, links } = pageOf(call, found, { fallbackSize: PAGE_SIZE, sorts: PROFILE_SORTS })
  return { status: 200, body: { data: items.map((profile) => profileResource(profile, viewOf(call))), links } }
}

/** Reads one profile. */
export const getProfile: Handler = (call) => profileAnswer(call, knownProfile(call), 200)

/** Creates a profile; 409 when one of its identifiers is taken. */
export const createProfile: Handler = (call) => {
  const { data } = bodyOf<ProfileBody>(call)
  refuseFaults(profileFaults({ ...data, pointer: '/data/attributes' }))
  refuseClashes(uniqueOwners(call.state.profiles, data.attributes), '/data')
  return profileAnswer(call, writeProfile(call.state, data, { onClash: 'refuse', pointer: '/data' }).profile, 201)
}

/** Changes a profile by its id. */
export const updateProfile: Handler = (call) => {
  const { data } = bodyOf<ProfileBody>(call)
  const profile = knownProfile(call)
  if (data.id !== profile.id) {
    throw new Refusal(400, [{ pointer: '/data/id', detail: 'The id in the body must be the one in the path.' }])
  }
  refuseFaults(formatFaults({ ...data, pointer: '/data/attributes' }))
  writeProfile(call.state, data, { onClash: 'refuse', pointer: '/data' })
  return profileAnswer(call, profile, 200)
}

/** The answer that holds one profile. */
export function profileAnswer(call: Call, profile: Profile, status: number): Answer {
  return {
    status,
    body: { data: profileResource(profile, viewOf(call)), links: { self: selfAddress(call.url) } },
  }
}

/** How the profiles of an answer are shown. */
export function viewOf({ url, query }: Call): { origin: string; withSubscriptions: boolean } {
  const additional = query['additional-fields[profile]']
  return { origin: url.origin, withSubscriptions: Array.isArray(additional) && additional.includes('subscriptions') }
}

/** The `filter` of a request. */
export function filterOf({ query }: Call): string | undefined {
  const filter = query['filter']
  return typeof filter === 'string' ? filter : undefined
}

function knownProfile({ state, path }: Call): Profile {
  const id = path['id'] ?? ''
  const profile = state.profiles.byId(id)
  if (profile === undefined) throw notFound('profile', id)
  return profile
}
