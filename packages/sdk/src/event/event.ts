import type { Context } from './context.ts'
import type { OpenTraits } from './traits.ts'
import type { JsonObject } from './json.ts'

/**
 * The types of RudderStack events that Klaviyo has a counterpart for.
 * @example const isMetric = (type: EventType) => type === 'track' || type === 'screen'
 */
export type EventType = 'identify' | 'track' | 'group' | 'screen'

/**
 * A marketing channel that a person can consent to.
 * @example const both: readonly Consent[] = ['email', 'sms']
 */
export type Consent = 'email' | 'sms'

interface EventCommon {
  /** Makes it safe to send again: becomes `unique_id` of a Klaviyo event. */
  messageId?: string
  /** Your id of the person. Klaviyo: `external_id`. */
  userId?: string | number
  /** The id of a visitor who is not known yet. Klaviyo: `anonymous_id`, in revision 2024-06-15 only. */
  anonymousId?: string
  /** When it happened, ISO 8601. */
  timestamp?: string
  /** When it happened by the clock of the sender, ISO 8601; read when `timestamp` is not usable. */
  originalTimestamp?: string
  context?: Context
  /** Per-destination switches and options: `{ Klaviyo: false }`, `{ Klaviyo: { fieldsToUnset: ['old'] } }`. */
  integrations?: JsonObject
}

/**
 * Create or update a profile; with `traits.properties.subscribe`, its consent too.
 * @example const identified: IdentifyEvent = { type: 'identify', userId: 'u-1', traits: { email, firstName: 'Alex' } }
 */
export interface IdentifyEvent extends EventCommon {
  type: 'identify'
  traits?: OpenTraits
}

/**
 * Something that somebody did.
 * @example const tracked: TrackEvent = { type: 'track', event: 'Signed Up', userId: 'u-1', properties: { via: 'ad' } }
 */
export interface TrackEvent extends EventCommon {
  type: 'track'
  /** The name, at most 127 characters. Klaviyo: the metric. */
  event: string
  properties?: object
  traits?: OpenTraits
}

/**
 * A decision of somebody about a list.
 * @example const joined: GroupEvent = { type: 'group', groupId: 'XUepkK', traits: { subscribe: true }, context: { traits: { email } } }
 */
export interface GroupEvent extends EventCommon {
  type: 'group'
  /** The id of the Klaviyo list. */
  groupId: string | number
  traits: { subscribe: boolean; consent?: readonly Consent[]; custom_source?: string }
}

/**
 * A screen view: an event with the name of the screen.
 * @example const seen: ScreenEvent = { type: 'screen', name: 'Checkout', userId: 'u-1' }
 */
export interface ScreenEvent extends EventCommon {
  type: 'screen'
  /** The name of the screen, at most 127 characters. Klaviyo: the metric. */
  name: string
  properties?: object
}

/**
 * A RudderStack event as it arrives.
 * @example const all: readonly RudderEvent[] = [{ type: 'identify', userId: 'u-1' }, { type: 'screen', name: 'Checkout', userId: 'u-1' }]
 */
export type RudderEvent = IdentifyEvent | TrackEvent | GroupEvent | ScreenEvent
