import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { ConsentState, Suppression } from './consent.ts'

/** The identifiers of a profile, strongest first, after its id. */
export const IDENTIFIERS = ['email', 'phone_number', 'external_id', 'anonymous_id', '_kx'] as const
export type Identifier = (typeof IDENTIFIERS)[number]

/** Identifiers that two profiles can never share; the other two move with the person. */
export const UNIQUE_IDENTIFIERS = ['email', 'phone_number', 'external_id'] as const satisfies readonly Identifier[]

/** A profile as it is kept. Only the store of profiles changes one. */
export interface Profile {
  readonly id: string
  /** Its place among the profiles of the account, in the order in which they were made. */
  readonly place: number
  identifiers: Readonly<Partial<Record<Identifier, string>>>
  /** `first_name` and the like. */
  fields: JsonObject
  location: JsonObject
  /** Custom properties. */
  properties: JsonObject
  /** By channel, for example `email.marketing`; a channel never touched is missing. */
  consent: ReadonlyMap<string, ConsentState>
  suppressions: readonly Suppression[]
  readonly createdMs: number
  updatedMs: number
  lastEventMs?: number
}

/** Gives a profile a new state of consent on one channel. */
export function setConsent(profile: Profile, channel: string, state: ConsentState): void {
  profile.consent = new Map([...profile.consent, [channel, state]])
}
