import type { JsonObject } from '@rudder-klaviyo/sdk'
import { IDENTIFIERS, type Identifier, type Profile, UNIQUE_IDENTIFIERS } from './profile.ts'
import type { ProfileStore } from './profiles.ts'

/** An identifier of a request that belongs to another profile than the one the request means. */
export interface Clash {
  readonly identifier: Identifier
  readonly owner: Profile
}

/** Which profile a request means. */
export interface Resolution {
  /** Missing when the request makes a new profile. */
  readonly profile?: Profile
  readonly clashes: readonly Clash[]
}

/**
 * Finds the profile by id, else by the strongest identifier that is known: email, phone number, external id, then the
 * anonymous ones. An anonymous identifier does not lead to a profile that already has another email, phone number or
 * external id than the request.
 */
export function resolveProfile(store: ProfileStore, id: string | undefined, attributes: JsonObject): Resolution {
  const owners = ownersOf(store, attributes)
  const profile =
    id === undefined
      ? owners.find(({ identifier, owner }) => isUnique(identifier) || agrees(owner, attributes))?.owner
      : store.byId(id)
  const clashes = owners.filter((found) => isUnique(found.identifier) && found.owner !== profile)
  return profile === undefined ? { clashes } : { profile, clashes }
}

/** The owners of the identifiers that nobody else can have. */
export const uniqueOwners = (store: ProfileStore, attributes: JsonObject): Clash[] =>
  ownersOf(store, attributes).filter(({ identifier }) => isUnique(identifier))

const ownersOf = (store: ProfileStore, attributes: JsonObject): Clash[] =>
  IDENTIFIERS.flatMap((identifier) => {
    const value = attributes[identifier]
    const owner = typeof value === 'string' ? store.owner(identifier, value) : undefined
    return owner === undefined ? [] : [{ identifier, owner }]
  })

const isUnique = (identifier: Identifier) => UNIQUE_IDENTIFIERS.some((unique) => unique === identifier)

const agrees = (profile: Profile, attributes: JsonObject) =>
  UNIQUE_IDENTIFIERS.every((identifier) => {
    const theirs = profile.identifiers[identifier]
    const value = attributes[identifier]
    return theirs === undefined || typeof value !== 'string' || value === theirs
  })
