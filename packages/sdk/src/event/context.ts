import type { ExternalId } from './external-id.ts'
import type { OpenTraits, Text } from './traits.ts'

/**
 * What surrounds an event: where the person was, and what is known about the person.
 * @example const context: Context = { ip, traits: { email }, location: { latitude: 59.3, longitude: 18.1 } }
 */
export interface Context {
  /** The IP address of the person. Klaviyo: `location.ip`. */
  ip?: string
  /** The position, in decimal degrees. */
  location?: { latitude?: Text; longitude?: Text }
  traits?: OpenTraits
  externalId?: readonly ExternalId[]
}
