import type { User } from './user.ts'

/** A text field also takes a number, which becomes its decimal string. */
export type Text = string | number | undefined

/**
 * An address in RudderStack's words.
 * @example const address: Address = { street: 'Blue Gum Street', city: 'New Orleans', zip: '100-0001' }
 */
export interface Address {
  /** Street and number. Klaviyo: `location.address1`. */
  street?: Text
  city?: Text
  region?: Text
  country?: Text
  zip?: Text
  /** Best by its IANA name: `America/Chicago`. */
  timezone?: Text
}

/**
 * What is known about a person. Keys that are not listed become custom properties of the profile.
 * @example const traits: Traits = { email, firstName: 'Alex', address: { city: 'New Orleans' } }
 */
export interface Traits extends Address, Pick<User, 'email' | 'phone' | '_kx'> {
  firstName?: Text
  lastName?: Text
  /** The job title. */
  title?: Text
  /** The company. */
  organization?: Text
  /** The URL of a picture, http or https. */
  image?: string | undefined
  address?: Address | undefined
}

/**
 * The traits of an event: interfaces of the caller fit, and so do keys that are not listed.
 * @example const traits: OpenTraits = { firstName: 'Alex', tags: ['vip'] }
 */
export type OpenTraits = (Traits & object) | (Traits & Readonly<Record<string, unknown>>)
