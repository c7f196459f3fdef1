import type { Clock } from './clock.ts'
import type { Profile } from './profile.ts'

/** A list and who is on it. */
export interface List {
  readonly id: string
  name: string
  optInProcess: string
  readonly createdMs: number
  updatedMs: number
  /** When each member joined, in the order of joining. */
  readonly members: Map<Profile, number>
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
  readonly leaveAll: (profile: Profile) => void
}

/** The opt-in of a list that nobody set up: who subscribes is on it at once. */
export const SINGLE_OPT_IN = 'single_opt_in'

/** An empty store. */
export function createListStore({ now, newId }: Clock): ListStore {
  const lists = new Map<string, List>()
  const make = (id: string, name: string, optInProcess: string) => {
    const list: List = { id, name, optInProcess, createdMs: now(), updatedMs: now(), members: new Map() }
    lists.set(id, list)
    return list
  }
  return {
    all: () => [...lists.values()],
    byId: (id) => lists.get(id),
    use: (id) => lists.get(id) ?? make(id, `List ${id}`, SINGLE_OPT_IN),
    create: (name, optInProcess) => make(newId('list'), name, optInProcess),
    remove: (list) => lists.delete(list.id),
    join: (list, profile) => {
      if (!list.members.has(profile)) list.members.set(profile, now())
    },
    leaveAll: (profile) => {
      for (const list of lists.values()) list.members.delete(profile)
    },
  }
}
