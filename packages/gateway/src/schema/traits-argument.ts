import type { EventWarning } from '@rudder-klaviyo/sdk'
import { given, isJsonRecord, readObject, type JsonRecord, type PathRule } from './argument-event.ts'
import type { TraitsInput } from './traits-input.ts'

type Traits = typeof TraitsInput.$inferInput

/** Traits in the places of an event. */
export interface PlacedTraits {
  /** `context.traits`: all but the address. */
  readonly flat: JsonRecord
  /** `traits.address`, `undefined` when there is none. */
  readonly address: unknown
  readonly rules: readonly PathRule[]
}

/** Fields of `TraitsInput` beside `address` and `custom`: where an issue about a trait that is not there points. */
const FIELDS = [
  'email',
  'phone',
  '_kx',
  'firstName',
  'lastName',
  'title',
  'organization',
  'image',
  'street',
  'city',
  'region',
  'country',
  'zip',
  'timezone',
] as const satisfies readonly Exclude<keyof Traits, 'address' | 'custom'>[]

const ADDRESS_FIELDS = [
  'street',
  'city',
  'region',
  'country',
  'zip',
  'timezone',
] as const satisfies readonly (keyof NonNullable<Traits['address']>)[]

/**
 * Puts traits where the mapping reads them. Flat ones go to `context.traits` and the address to `traits.address`: that
 * is the one split in which each field of `address` is read before the flat one, in every row. Named fields win over keys
 * of `custom`.
 */
export function placeTraits(traits: Traits | null | undefined, warnings: EventWarning[]): PlacedTraits {
  const { address, custom, ...fields } = traits ?? {}
  const { address: customAddress, ...free } = readObject(custom, 'traits.custom', warnings)
  const named = given(fields)
  const namedAddress = given(address ?? {})
  return {
    flat: { ...free, ...named },
    address: placeAddress(address == null ? undefined : namedAddress, customAddress),
    rules: [
      ['traits', 'traits.custom'],
      ['context.traits', 'traits.custom'],
      ...FIELDS.map((key) => ruleOf(key, { from: `context.traits.${key}`, to: 'traits' }, named, free)),
      // A message may offer either container.
      ...FIELDS.map((key) => ruleOf(key, { from: `traits.${key}`, to: 'traits' }, named, free)),
      ['traits.address', customAddress === undefined ? 'traits.address' : 'traits.custom.address'],
      ...ADDRESS_FIELDS.map((key) => {
        const place = { from: `traits.address.${key}`, to: 'traits' }
        return ruleOf(`address.${key}`, place, namedAddress, isJsonRecord(customAddress) ? customAddress : {})
      }),
    ],
  }
}

/** The fields that are given stand in front of those of `custom.address`, whose other keys survive. */
function placeAddress(named: JsonRecord | undefined, custom: unknown): unknown {
  if (named === undefined) return custom ?? undefined
  return isJsonRecord(custom) ? { ...custom, ...named } : named
}

/** A trait stands in its field, unless only `custom` has it. */
function ruleOf(path: string, place: { from: string; to: string }, named: JsonRecord, custom: JsonRecord): PathRule {
  const key = path.slice(path.indexOf('.') + 1)
  const isCustom = !Object.hasOwn(named, key) && Object.hasOwn(custom, key)
  return [place.from, `${place.to}${isCustom ? '.custom' : ''}.${path}`]
}
