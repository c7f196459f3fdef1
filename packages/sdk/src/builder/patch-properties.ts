import type { JsonObject } from '../event/json.ts'

/**
 * Changes of custom properties of a profile. A property that is named here is not also set. Klaviyo may apply `append`
 * twice when a request has to be sent again.
 * @example const patch: PatchProperties = { append: { tags: 'vip' }, unset: ['old'] }
 */
export interface PatchProperties {
  /** Items to add to lists, by property. */
  append?: JsonObject
  /** Items to take out of lists, by property. */
  unappend?: JsonObject
  /** Properties to remove. */
  unset?: readonly string[]
}
