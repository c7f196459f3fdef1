import type { Clock } from './clock.ts'
import type { Profile } from './profile.ts'

/** A list and who is on it. */
export interface List {
  readonly id: string
  name: string
  optInProcess: string
  readonly createdMs: number
  updatedMs: number
  /** Its place among the lists of the account. */
  readonly place: number
  /** In the order of joining. */
  readonly members: ReadonlyMap<Profile, Membership>
}

/** When a profile joined a list. */
export interface Membership {
  readonly joinedMs: number
  /** Its place among all who joined any list. */
  readonly place: number
}

/** The lists of the account. */
export interface ListStore {
  readonly all: () => readonly List[]
  readonly byId: (id: string) => List | undefined
  /** The list with this id, made at its first use. */
  readonly use: (id: string) => List
  readonly create: (name: string, optInProcess: string) => List
  readonly remove: (list: List) => void
  readonly join: (list: List, profile: Profile) => void
  /** `false` when the profile was not on the list. */
  readonly leave: (list: List, profile: Profile) => boolean
  readonly leaveAll: (profile: Profile) => void
}

/** A list as the store itself sees it: members come and go. */
interface OwnList extends List {
  readonly members: Map<Profile, Membership>
}

/** The opt-in of a list that nobody set up: who subscribes is on it at once. */
export const SINGLE_OPT_IN = 'single_opt_in'

/** An empty store. */
export function createListStore({ now, newId }: Clock): ListStore {
  const lists = new Map<string, OwnList>()
  // Places only have to grow, so lists and their members can share them.
  let place = 0
  const make = (id: string, name: string, optInProcess: string) => {
    const times = { createdMs: now(), updatedMs: now() }
    const list = { id, name, optInProcess, ...times, place: (place += 1), members: new Map<Profile, Membership>() }
    lists.set(id, list)
    return list
  }
  return {
    all: () => [...lists.values()],
    byId: (id) => lists.get(id),
    use: (id) => lists.get(id) ?? make(id, `List ${id}`, SINGLE_OPT_IN),
    create: (name, optInProcess) => make(newId('list'), name, optInProcess),
    remove: (list) => lists.delete(list.id),
    join: ({ id }, profile) => {
      const members = lists.get(id)?.members
      if (members?.has(profile) === false) members.set(profile, { joinedMs: now(), place: (place += 1) })
    },
    leave: ({ id }, profile) => lists.get(id)?.members.delete(profile) === true,
    leaveAll: (profile) => {
      for (const list of lists.values()) list.members.delete(profile)
    },
  }
}
