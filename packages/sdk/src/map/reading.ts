import type { Json } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import type { Filling } from './custom-properties.ts'
import { PLACE_COUNT } from './places.ts'
import type { Slot } from './slots.ts'

/** What one pass over an event found: every field that has a usable source, and everything that no row reads. */
export interface Reading {
  readonly settings: Settings
  /** Whether traits that no row reads become custom properties. */
  readonly keepsTraits: boolean
  /** The value of each row, at its place. */
  readonly values: (Json | undefined)[]
  /** Traits that no row reads. */
  custom: Filling | undefined
  /** The properties that a Klaviyo event keeps. */
  properties: Filling | undefined
  /** Which source of its row gave the consent: its rank. */
  consentRank: number
  /** Whether a limit of Klaviyo can concern one of the custom or event properties. */
  isLimited: boolean
  /** Slots with a source that has a value and is not usable; `undefined` when there are none. */
  unusable: Slot[] | undefined
}

/** A reading in which nothing was found yet. */
export function newReading(settings: Settings, keepsTraits: boolean): Reading {
  return {
    settings,
    keepsTraits,
    values: new Array<Json | undefined>(PLACE_COUNT),
    custom: undefined,
    properties: undefined,
    consentRank: 0,
    isLimited: false,
    unusable: undefined,
  }
}

/** The text at a place. */
export function textAt({ values }: Reading, place: number): string | undefined {
  const value = values[place]
  return typeof value === 'string' ? value : undefined
}
