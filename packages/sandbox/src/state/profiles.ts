import type { JsonObject } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import type { Clock } from './clock.ts'
import { merge, patch } from './merge.ts'
import { IDENTIFIERS, type Identifier, type Profile } from './profile.ts'

/** What a request writes to a profile. */
export interface ProfileChange {
  /** `attributes` of the request: identifiers, fields, `location`, `properties`. */
  readonly attributes: JsonObject
  /** `meta.patch_properties` of the request. */
  readonly patchProperties?: JsonObject
  /** Identifiers that stay as they are although the request has them. */
  readonly except?: readonly Identifier[]
}

/** All profiles of the account, found by id and by each identifier. */
export interface ProfileStore {
  readonly all: () => readonly Profile[]
  readonly byId: (id: string) => Profile | undefined
  readonly owner: (identifier: Identifier, value: string) => Profile | undefined
  readonly create: (change: ProfileChange) => Profile
  readonly update: (profile: Profile, change: ProfileChange) => void
  readonly remove: (profile: Profile) => void
}

const NOT_FIELDS: ReadonlySet<string> = new Set([...IDENTIFIERS, 'location', 'properties', 'subscriptions', 'meta'])

/** One for all: a million profiles of whom most have no consent would fill the memory with empty maps. */
const NO_CONSENT: Profile['consent'] = new Map()

/** An empty store. */
export function createProfileStore({ now, newId }: Clock): ProfileStore {
  const profiles = new Map<string, Profile>()
  let createdCount = 0
  const owners = new Map(IDENTIFIERS.map((identifier) => [identifier, new Map<string, Profile>()]))
  const owner = (identifier: Identifier, value: string) => owners.get(identifier)?.get(sameFor(identifier, value))

  const setIdentifier = (profile: Profile, identifier: Identifier, value: string | null) => {
    const before = profile.identifiers[identifier]
    if (before === value && owner(identifier, value) === profile) return
    if (before !== undefined && owner(identifier, before) === profile) {
      owners.get(identifier)?.delete(sameFor(identifier, before))
    }
    const { [identifier]: _, ...others } = profile.identifiers
    profile.identifiers = value === null ? others : { ...others, [identifier]: value }
    if (value === null) return
    const other = owner(identifier, value)
    if (other !== undefined && other !== profile) {
      const { [identifier]: __, ...rest } = other.identifiers
      other.identifiers = rest
    }
    owners.get(identifier)?.set(sameFor(identifier, value), profile)
  }

  const update: ProfileStore['update'] = (profile, { attributes, patchProperties, except = [] }) => {
    for (const identifier of IDENTIFIERS) {
      const value = attributes[identifier]
      const isWritten = value === null || (typeof value === 'string' && value.trim() !== '')
      if (isWritten && !except.includes(identifier)) setIdentifier(profile, identifier, value)
    }
    const fields = Object.entries(attributes).filter(([name]) => !NOT_FIELDS.has(name))
    if (fields.length > 0) profile.fields = merge(profile.fields, Object.fromEntries(fields))
    profile.location = overlay(profile.location, attributes, 'location')
    profile.properties = overlay(profile.properties, attributes, 'properties')
    if (patchProperties !== undefined && Object.keys(patchProperties).length > 0)
      profile.properties = patch(profile.properties, patchProperties)
    profile.updatedMs = now()
  }

  return {
    all: () => [...profiles.values()],
    byId: (id) => profiles.get(id),
    owner,
    create: (change) => {
      createdCount += 1
      const profile: Profile = {
        id: newId('profile'),
        place: createdCount,
        identifiers: {},
        fields: {},
        location: {},
        properties: {},
        consent: NO_CONSENT,
        suppressions: [],
        createdMs: now(),
        updatedMs: now(),
      }
      profiles.set(profile.id, profile)
      update(profile, change)
      return profile
    },
    update,
    remove: (profile) => {
      for (const identifier of IDENTIFIERS) setIdentifier(profile, identifier, null)
      profiles.delete(profile.id)
    },
  }
}

/** Two spellings of an email are one person; other identifiers are compared as they are. */
const sameFor = (identifier: Identifier, value: string) =>
  identifier === 'email' ? value.trim().toLowerCase() : value.trim()

/** `null` clears all members, an object overlays them. */
function overlay(current: JsonObject, attributes: JsonObject, name: string): JsonObject {
  const value = attributes[name]
  if (value === undefined) return current
  return value === null ? {} : merge(current, asObject(value))
}
