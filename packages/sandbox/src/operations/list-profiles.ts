import { COMPARISONS, type FilterField, type FilterFields, textField, timeField } from '../reading/filter.ts'
import { findByFilter } from '../reading/find-by-filter.ts'
import { pageOf } from '../reading/page.ts'
import { Refusal } from '../refusal.ts'
import { profileResource } from '../resources/profile-resource.ts'
import type { Membership } from '../state/lists.ts'
import type { Profile } from '../state/profile.ts'
import type { MembersBody } from './bodies.ts'
import { type Call, type Handler, bodyOf } from './handler.ts'
import { EMAIL_FIELD, KX_FIELD, PHONE_FIELD, profileBy } from './profile-filters.ts'
import { filterOf, viewOf } from './profiles.ts'

const PAGE_SIZE = 20

interface Member extends Membership {
  readonly profile: Profile
}

const ofProfile = (field: FilterField<Profile>): FilterField<Member> => ({
  ...field,
  read: ({ profile }) => field.read(profile),
})

const FILTERS: FilterFields<Member> = {
  email: ofProfile(EMAIL_FIELD),
  phone_number: ofProfile(PHONE_FIELD),
  _kx: ofProfile(KX_FIELD),
  push_token: textField(() => []),
  joined_group_at: timeField(({ joinedMs }) => [joinedMs], COMPARISONS),
}

/** Pages through the members of a list as whole profiles. */
export const getListProfiles: Handler = (call) => {
  const { items, links } = membersOf(call)
  const data = items.map(({ profile, joinedMs }) => profileResource(profile, { ...viewOf(call), joinedMs }))
  return { status: 200, body: { data, links } }
}

/** Pages through the ids of a list's members. */
export const getListProfileIds: Handler = (call) => {
  const { items, links } = membersOf(call)
  return { status: 200, body: { data: items.map(({ profile }) => ({ type: 'profile', id: profile.id })), links } }
}

/** Puts profiles on a list without consent. */
export const addToList: Handler = (call) => {
  const list = usedList(call)
  for (const profile of namedProfiles(call)) call.state.lists.join(list, profile)
  return { status: 204 }
}

/** Takes profiles off a list; their consent stays. */
export const removeFromList: Handler = (call) => {
  const list = usedList(call)
  for (const profile of namedProfiles(call)) call.state.lists.leave(list, profile)
  return { status: 204 }
}

/** Who asks for the members of a list uses it: the list is made, as Klaviyo would have it. */
const usedList = ({ state, path }: Call) => state.lists.use(path['id'] ?? '')

function membersOf(call: Call) {
  const { members } = usedList(call)
  const memberOf = (profile: Profile | undefined): Member | undefined => {
    const membership = profile === undefined ? undefined : members.get(profile)
    return profile === undefined || membership === undefined ? undefined : { profile, ...membership }
  }
  const found = findByFilter(filterOf(call), {
    fields: FILTERS,
    all: () => Array.from(members, ([profile, membership]): Member => ({ profile, ...membership })),
    byField: (field, value) => {
      const found = profileBy(call.state.profiles, field, value)
      return found === undefined ? undefined : { item: memberOf(found.item) }
    },
  })
  return pageOf(call, found, { fallbackSize: PAGE_SIZE, sorts: { joined_group_at: ({ joinedMs }) => joinedMs } })
}

function namedProfiles(call: Call): readonly Profile[] {
  const named = bodyOf<MembersBody>(call).data.map(({ id }) => ({ id, profile: call.state.profiles.byId(id) }))
  const faults = named.flatMap(({ id, profile }, index) =>
    profile === undefined ? [{ pointer: `/data/${index}/id`, detail: `There is no profile with the id "${id}".` }] : [],
  )
  if (faults.length > 0) throw new Refusal(404, faults)
  return named.flatMap(({ profile }) => (profile === undefined ? [] : [profile]))
}
