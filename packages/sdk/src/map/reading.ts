import type { Json } from '../event/json.ts'
import type { Settings } from '../validate/settings.ts'
import type { Filling } from './custom-properties.ts'
import type { Slot } from './slots.ts'

/** A list of channels that an event states, and where. */
export interface ConsentReading {
  readonly values: readonly Json[]
  readonly path: string
}

/** What one pass over an event found: every field that has a usable source, and everything that no row reads. */
export interface Reading {
  readonly settings: Settings
  /** Whether traits that no row reads become custom properties. */
  readonly keepsTraits: boolean
  email: string | undefined
  phone: string | undefined
  externalId: string | undefined
  anonymousId: string | undefined
  kx: string | undefined
  /** The other attributes of the profile, under Klaviyo's names. */
  readonly attributes: Filling
  location: Filling | undefined
  /** Traits that no row reads. */
  custom: Filling | undefined
  /** The properties that a Klaviyo event keeps. */
  readonly properties: Filling
  /** The other attributes of the Klaviyo event, under Klaviyo's names. */
  readonly metric: Filling
  time: string | undefined
  /** The decision about consent, which a Klaviyo event never follows. */
  subscribe: boolean | undefined
  listId: string | undefined
  consent: ConsentReading | undefined
  customSource: string | undefined
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
    email: undefined,
    phone: undefined,
    externalId: undefined,
    anonymousId: undefined,
    kx: undefined,
    attributes: {},
    location: undefined,
    custom: undefined,
    properties: {},
    metric: {},
    time: undefined,
    subscribe: undefined,
    listId: undefined,
    consent: undefined,
    customSource: undefined,
    isLimited: false,
    unusable: undefined,
  }
}
