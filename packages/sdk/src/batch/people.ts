import type { ConsentChange } from './consent-change.ts'
import type { ProfileWrite } from './profile-write.ts'

/**
 * One person of a batch: everything that is linked by shared identifiers. `Entry` is what the caller knows an event by.
 */
export interface Person<Entry> {
  /** Its order keys, one of each kind. */
  readonly keys: string[]
  /** Its events, oldest first. */
  readonly entries: Entry[]
  /** Oldest first. */
  readonly writes: ProfileWrite<Entry>[]
  readonly consents: ConsentChange[]
  /** The strongest identifier of its imports, which has to be the same in all. */
  importedBy: string | undefined
  /** Nothing more of this person goes into the batch. */
  isClosed: boolean
  /** Its imports go one by one: a later one is linked to them and could not be merged. */
  isAlone: boolean
}

/** The people of a batch, found by order keys. */
export interface People<Entry> {
  /** The people that have one of these keys, each once. */
  known(orderKeys: readonly string[]): readonly Person<Entry>[]
  /** Gives these keys to a person, a new one if there is none. */
  add(orderKeys: readonly string[], known: Person<Entry> | undefined): Person<Entry>
  /** In the order in which they appeared. */
  readonly all: readonly Person<Entry>[]
}

const NOBODY: readonly never[] = []

/** No people yet. */
export function createPeople<Entry>(): People<Entry> {
  const byKey = new Map<string, Person<Entry>>()
  const all: Person<Entry>[] = []

  return {
    all,
    known(orderKeys) {
      let first: Person<Entry> | undefined
      let found: Person<Entry>[] | undefined
      for (const key of orderKeys) {
        const person = byKey.get(key)
        if (person === undefined || person === first || found?.includes(person) === true) continue
        if (first === undefined) first = person
        else (found ??= [first]).push(person)
      }
      return found ?? (first === undefined ? NOBODY : [first])
    },
    add(orderKeys, known) {
      const person = known ?? newPerson<Entry>()
      if (known === undefined) all.push(person)
      for (const key of orderKeys) {
        if (byKey.get(key) === person) continue
        byKey.set(key, person)
        person.keys.push(key)
      }
      return person
    },
  }
}

function newPerson<Entry>(): Person<Entry> {
  return {
    keys: [],
    entries: [],
    writes: [],
    consents: [],
    importedBy: undefined,
    isClosed: false,
    isAlone: false,
  }
}

/** Whether these keys can be of this person: no kind of identifier has two values. */
export function mayBeOf(orderKeys: readonly string[], person: Person<unknown>): boolean {
  return orderKeys.every((key) => person.keys.every((other) => other === key || other.charAt(0) !== key.charAt(0)))
}
