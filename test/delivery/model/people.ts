import { type Identifier, type Identifiers, IDENTIFIERS, type ModelProfile, newProfile } from './model-profile.ts'

/** Identifiers that a second profile can never have. */
const UNIQUE: readonly Identifier[] = ['email', 'phone_number', 'external_id']
/** What a profile import gives up when its identifiers belong to several profiles, first to last. */
const GIVEN_UP: readonly Identifier[] = ['phone_number', 'email', 'external_id']

/** All profiles, and how a call finds the one that it means. */
export interface People {
  readonly all: () => readonly ModelProfile[]
  readonly ownerOf: (identifier: Identifier, value: string | undefined) => ModelProfile | undefined
  /** The profile that these lead to; `undefined` when they lead to none yet. */
  readonly find: (identifiers: Identifiers) => ModelProfile | undefined
  /**
   * The profile that an event or a change of consent is about, made when it is new; identifiers of another profile stay
   * where they are.
   */
  readonly take: (identifiers: Identifiers) => ModelProfile
  /** What is left of the identifiers of a profile import when it has given up enough to mean one profile alone. */
  readonly withoutClash: (identifiers: Identifiers) => Identifiers
}

/** No profiles. */
export function createPeople(): People {
  const profiles: ModelProfile[] = []
  const ownerOf: People['ownerOf'] = (identifier, value) =>
    value === undefined ? undefined : profiles.find(({ identifiers }) => identifiers[identifier] === value)
  const ownersOf = (identifiers: Identifiers) =>
    new Set(
      UNIQUE.flatMap((identifier) => {
        const owner = ownerOf(identifier, identifiers[identifier])
        return owner === undefined ? [] : [owner]
      }),
    )
  const find: People['find'] = (identifiers) =>
    IDENTIFIERS.map((identifier) => ownerOf(identifier, identifiers[identifier])).find((owner) => owner !== undefined)

  return {
    all: () => profiles,
    ownerOf,
    find,
    take(identifiers) {
      const found = find(identifiers)
      const profile = found ?? newProfile()
      if (found === undefined) profiles.push(profile)
      for (const identifier of IDENTIFIERS) {
        const value = identifiers[identifier]
        if (value !== undefined && ownerOf(identifier, value) === undefined) profile.identifiers[identifier] = value
      }
      return profile
    },
    withoutClash(identifiers) {
      let left = identifiers
      for (const identifier of GIVEN_UP) {
        if (ownersOf(left).size < 2) break
        const { [identifier]: _given, ...others } = left
        left = others
      }
      return left
    },
  }
}
