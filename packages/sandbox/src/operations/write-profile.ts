import { asObject } from '../as-object.ts'
import { type Fault, Refusal, notFound } from '../refusal.ts'
import type { Profile } from '../state/profile.ts'
import type { ProfileChange } from '../state/profiles.ts'
import { type Clash, resolveProfile } from '../state/resolve-profile.ts'
import type { State } from '../state/state.ts'
import type { ProfileInput } from './bodies.ts'

/** A profile after a request wrote to it. */
export interface Written {
  readonly profile: Profile
  readonly isNew: boolean
}

/** What to do when an identifier of the request belongs to another profile. */
export type OnClash = 'refuse' | 'leave-out'

/**
 * Creates or updates the profile that a request means. Throws a 404 for an id that does not exist and, with
 * `refuse`, a 409 that names the other profile; `leave-out` keeps the clashing identifier where it is.
 */
export function writeProfile(state: State, input: ProfileInput, { onClash, pointer }: WriteOptions): Written {
  const id = input.id ?? undefined
  const { profile, clashes } = resolveProfile(state.profiles, id, input.attributes)
  if (id !== undefined && profile === undefined) throw notFound('profile', id, `${pointer}/id`)
  if (onClash === 'refuse') refuseClashes(clashes, pointer)
  const change: ProfileChange = {
    attributes: input.attributes,
    patchProperties: asObject(patchOf(input)),
    except: clashes.map(({ identifier }) => identifier),
  }
  if (profile === undefined) return { profile: state.profiles.create(change), isNew: true }
  state.profiles.update(profile, change)
  return { profile, isNew: false }
}

/** How to write a profile. */
export interface WriteOptions {
  readonly onClash: OnClash
  /** Pointer to the profile in the request. */
  readonly pointer: string
}

/** Throws a 409 that names the profile to which an identifier of the request belongs. */
export function refuseClashes(clashes: readonly Clash[], pointer: string): void {
  const [clash] = clashes
  if (clash !== undefined) throw new Refusal(409, [clashFault(clash, pointer)])
}

/** In words, what a 409 is about. */
function clashFault({ identifier, owner }: Clash, pointer: string): Fault {
  return {
    pointer: `${pointer}/attributes/${identifier}`,
    detail: `Another profile already has this ${identifier}.`,
    meta: { duplicate_profile_id: owner.id },
  }
}

// An event has `meta` inside the attributes of its profile, everything else beside them.
const patchOf = ({ attributes, meta }: ProfileInput) =>
  meta?.patch_properties ?? asObject(attributes['meta'])['patch_properties']

/**
 * Throws a 404 that points to every id that does not exist. For calls about many profiles, before anything is written:
 * a refused call leaves nothing behind.
 */
export function refuseUnknownIds(state: State, inputs: readonly (ProfileInput & { readonly at: string })[]): void {
  const faults = inputs.flatMap(({ id, at }): Fault[] =>
    id == null || state.profiles.byId(id) !== undefined
      ? []
      : [{ pointer: `${at}/id`, detail: `There is no profile with the id "${id}".` }],
  )
  if (faults.length > 0) throw new Refusal(404, faults)
}
