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
  identifiers: Readonly<Partial<Record<Identifier, string>>>
  /** `first_name` and the like. */
  fields: JsonObject
  location: JsonObject
  /** Custom properties. */
  properties: JsonObject
  /** By channel, for example `email.marketing`; a channel never touched is missing. */
  readonly consent: Map<string, ConsentState>
  suppressions: readonly Suppression[]
  readonly createdMs: number
  updatedMs: number
  lastEventMs?: number
}
