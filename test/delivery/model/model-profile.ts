import type { Json } from '@rudder-klaviyo/sdk'
import type { Channel, Who } from '../step.ts'

/** The identifiers of a profile in the order in which Klaviyo looks for them. */
export const IDENTIFIERS = ['email', 'phone_number', 'external_id', 'anonymous_id'] as const
/** The name of an identifier in Klaviyo's words. */
export type Identifier = (typeof IDENTIFIERS)[number]
/** What a call says of who somebody is. */
export type Identifiers = Readonly<Partial<Record<Identifier, string>>>

/** A profile as it must be. */
export interface ModelProfile {
  readonly identifiers: Partial<Record<Identifier, string>>
  readonly fields: Record<string, Json>
  readonly location: Record<string, Json>
  readonly properties: Record<string, Json>
  readonly consent: Partial<Record<Channel, 'SUBSCRIBED' | 'UNSUBSCRIBED'>>
  readonly lists: Set<string>
}

/** A profile of whom nothing is known. */
export const newProfile = (): ModelProfile => ({
  identifiers: {},
  fields: {},
  location: {},
  properties: {},
  consent: {},
  lists: new Set(),
})

/** What a profile or an event carries of a person. Revision 2026-07-15 has no anonymous id. */
export function identifiersOf({ email, phone, userId, anonymousId }: Who, hasAnonymousId: boolean): Identifiers {
  return {
    // Two spellings of an email are one person; which spelling stays is not promised.
    ...(email === undefined ? {} : { email: email.toLowerCase() }),
    ...(phone === undefined ? {} : { phone_number: phone }),
    ...(userId === undefined ? {} : { external_id: userId }),
    ...(anonymousId === undefined || !hasAnonymousId ? {} : { anonymous_id: anonymousId }),
  }
}
