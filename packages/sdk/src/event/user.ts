import type { Text } from './traits.ts'

/**
 * Who an event is about: the same names on every builder. One identifier is enough.
 * @example const user: User = { userId: 'u-1', email }
 */
export interface User {
  /** Your id of the person. Klaviyo: `external_id`. */
  userId?: Text
  /** The id of a visitor who is not known yet. Klaviyo: `anonymous_id`, in revision 2024-06-15 only. */
  anonymousId?: Text
  email?: string | undefined
  /** With `+` and country code; sent as E.164. */
  phone?: string | undefined
  /** Klaviyo's exchange id, from the `_kx` parameter of a link in a Klaviyo email. */
  _kx?: string | undefined
  /** The id of the Klaviyo profile. */
  klaviyoProfileId?: Text
}
