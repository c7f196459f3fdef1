import type { Context } from './context.ts'
import type { OpenTraits } from './traits.ts'
import type { JsonObject } from './json.ts'

/** The types of RudderStack events that Klaviyo has a counterpart for. */
export type EventType = 'identify' | 'track' | 'group' | 'screen'

/** A marketing channel that a person can consent to. */
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

/** Create or update a profile; with `traits.properties.subscribe`, its consent too. */
export interface IdentifyEvent extends EventCommon {
  type: 'identify'
  traits?: OpenTraits
}

/** Something that somebody did. */
export interface TrackEvent extends EventCommon {
  type: 'track'
  /** The name, at most 127 characters. Klaviyo: the metric. */
  event: string
  properties?: object
  traits?: OpenTraits
}

/** A decision of somebody about a list. */
export interface GroupEvent extends EventCommon {
  type: 'group'
  /** The id of the Klaviyo list. */
  groupId: string | number
  traits: { subscribe: boolean; consent?: readonly Consent[]; custom_source?: string }
}

/** A screen view: an event with the name of the screen. */
export interface ScreenEvent extends EventCommon {
  type: 'screen'
  /** The name of the screen, at most 127 characters. Klaviyo: the metric. */
  name: string
  properties?: object
}

/** A RudderStack event as it arrives. */
export type RudderEvent = IdentifyEvent | TrackEvent | GroupEvent | ScreenEvent
