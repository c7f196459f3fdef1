import type { Filling } from './custom-properties.ts'
import type { CompiledRow } from './source.ts'

/** What one pass over an event found: every field that has a usable source, and everything that no row reads. */
export interface Reading {
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
  time: string | undefined
  value: number | undefined
  valueCurrency: string | undefined
  uniqueId: string | undefined
  /** Whether the traits hold a decision about consent, which only an identify event follows. */
  hasDecision: boolean
  /** Whether a limit of Klaviyo can concern one of the custom or event properties. */
  isLimited: boolean
  /** Rows with a source that has a value and is not usable; `undefined` when there are none. */
  unusable: CompiledRow[] | undefined
}

/** A reading in which nothing was found yet. */
export function newReading(): Reading {
  return {
    email: undefined,
    phone: undefined,
    externalId: undefined,
    anonymousId: undefined,
    kx: undefined,
    attributes: {},
    location: undefined,
    custom: undefined,
    properties: {},
    time: undefined,
    value: undefined,
    valueCurrency: undefined,
    uniqueId: undefined,
    hasDecision: false,
    isLimited: false,
    unusable: undefined,
  }
}
