// Generated, do not edit: made by `pnpm codegen` from packages/gateway/schema.graphql.

/** An address. */
export interface AddressInput {
  /** The city. */
  readonly city?: string | null | undefined
  /** The country. */
  readonly country?: string | null | undefined
  /** The region or state. */
  readonly region?: string | null | undefined
  /** Street and number. Klaviyo: `location.address1`. */
  readonly street?: string | null | undefined
  /** The time zone, best by its IANA name: `America/Chicago`. */
  readonly timezone?: string | null | undefined
  /** The postal code. */
  readonly zip?: string | null | undefined
}

/** A channel of marketing. */
export type ConsentChannel =
  /** Email; needs an email address. */
  | 'EMAIL'
  /** Text messages; needs a phone number. */
  | 'SMS'

/** Where the person was. */
export interface ContextInput {
  /** The IP address of the person. Never filled in from the connection. */
  readonly ip?: string | null | undefined
  /** The position. */
  readonly location?: GeoInput | null | undefined
}

/** Why a delivery failed. */
export interface DeliveryError {
  /** The kind of failure. */
  readonly code: DeliveryErrorCode
  /** Klaviyo's own words. `null` without the admin key: they may hold personal data. */
  readonly klaviyoErrors: readonly KlaviyoError[] | null
  /** What happened and how to mend it, in our words. */
  readonly message: string
  /** The Klaviyo operation, for example `create_event`. */
  readonly operation: string | null
  /** The HTTP status; `null` if no answer came. */
  readonly status: number | null
}

/** The kinds of failure of a delivery. */
export type DeliveryErrorCode =
  /** The event can no longer be planned: a setting was changed after it was accepted. */
  | 'CANNOT_BE_PLANNED'
  /** The connection broke. */
  | 'NETWORK'
  /** Klaviyo refused the key or one of its scopes is missing (401, 403). The account is paused; nothing is lost. */
  | 'NOT_AUTHORIZED'
  /** No profile with this userId or Klaviyo profile id, or none with an identifier for a channel. */
  | 'PROFILE_NOT_FOUND'
  /** Klaviyo's rate limit (429). */
  | 'RATE_LIMITED'
  /** Klaviyo refused the request for this event's sake (400 and other 4xx). */
  | 'REJECTED'
  /** A newer change of consent of the same person makes this one void. */
  | 'SUPERSEDED'
  /** No answer in time. */
  | 'TIMEOUT'
  /** Klaviyo failed (5xx). */
  | 'UNAVAILABLE'

/** An accepted event on its way. */
export interface Event {
  /** When it was committed. */
  readonly acceptedAt: string
  /** How many times it was taken up for delivery. A pause for Klaviyo's rate limit does not count. */
  readonly attemptCount: number
  /** Why the last attempt failed; only while `RETRYING` or `DEAD`. */
  readonly error: DeliveryError | null
  /** Unique within its source. */
  readonly messageId: string
  /** The name of the event or screen; `null` for `IDENTIFY` and `GROUP`. */
  readonly name: string | null
  /** When it will be tried again; only while `RETRYING`. */
  readonly nextAttemptAt: string | null
  /** When it was delivered, filtered or given up. */
  readonly settledAt: string | null
  /** The source whose key sent it. */
  readonly source: string
  /** Where it stands. */
  readonly status: EventStatus
  /** The type. */
  readonly type: EventType
  /** The warnings of its acceptance and, once delivered, of its delivery. */
  readonly warnings: readonly EventWarning[]
}

/** Exactly one event. */
export type EventInput =
  /** As the argument of `group`. */
  | { readonly group: GroupInput; readonly identify?: never; readonly screen?: never; readonly track?: never }
  /** As the argument of `identify`. */
  | { readonly identify: IdentifyInput; readonly group?: never; readonly screen?: never; readonly track?: never }
  /** As the argument of `screen`. */
  | { readonly screen: ScreenInput; readonly group?: never; readonly identify?: never; readonly track?: never }
  /** As the argument of `track`. */
  | { readonly track: TrackInput; readonly group?: never; readonly identify?: never; readonly screen?: never }

/** Why an event was refused. */
export interface EventIssue {
  /** Which rule. */
  readonly code: EventIssueCode
  /** What happened and how to mend it. */
  readonly message: string
  /** Where, from the argument on: `input.traits.email`, `events[3].track.event`. A key that holds a dot is quoted. */
  readonly path: string
}

/** The rules by which an event is refused. */
export type EventIssueCode =
  /** An unsubscription without an email or a phone. */
  | 'CANNOT_UNSUBSCRIBE'
  /** This key may not change consent: use a server key, or set `consentFrom` of the source. */
  | 'CONSENT_NOT_ALLOWED'
  /** The revision of the account does not have what the event needs. */
  | 'NOT_IN_REVISION'
  /** The tracking plan of the sender does not have an event of this name. Only from the SDK. */
  | 'NOT_IN_TRACKING_PLAN'
  /** A value has another type or format than the field needs, and the field is required. */
  | 'NOT_USABLE'
  /** A subscription from `group` without any consent: neither the event nor the account names a channel. */
  | 'NO_CONSENT'
  /** Nobody is identified: none of userId, anonymousId, email, phone, `_kx` or Klaviyo profile id is usable. */
  | 'NO_IDENTIFIER'
  /** An unsubscription without a list: neither the event nor the account names one. */
  | 'NO_LIST'
  /** A required field is missing or blank. */
  | 'REQUIRED'
  /** A text or a list is longer than Klaviyo takes. */
  | 'TOO_LONG'
  /** The type of the event has no counterpart in Klaviyo (`alias`, `merge`). Only over the HTTP API. */
  | 'TYPE_NOT_SUPPORTED'

/** Where an accepted event stands. Settled: `DELIVERED`, `FILTERED`, `DEAD`. */
export type EventStatus =
  /** In the outbox, not tried yet. */
  | 'ACCEPTED'
  /** Klaviyo refused it, or every attempt failed. It is kept as a dead letter for 30 days. */
  | 'DEAD'
  /** Klaviyo took it. */
  | 'DELIVERED'
  /** On its way to Klaviyo now. */
  | 'DELIVERING'
  /** Nothing was sent, because a setting or the event says so; `warnings` names which. */
  | 'FILTERED'
  /** An attempt failed for a reason that may pass; it will be tried again at `nextAttemptAt`. */
  | 'RETRYING'

/** The types of RudderStack events that Klaviyo has a counterpart for. */
export type EventType =
  /** Consent of somebody on a list. */
  | 'GROUP'
  /** Create or update a profile. */
  | 'IDENTIFY'
  /** A screen view. */
  | 'SCREEN'
  /** An event. */
  | 'TRACK'

/** Something that was left out, or read in another way than expected, without refusing the event. */
export interface EventWarning {
  /** Which rule. */
  readonly code: EventWarningCode
  /** What happened and, where it can be mended, how. */
  readonly message: string
  /** Where, as in `EventIssue.path`. For a warning of the delivery: the Klaviyo field. */
  readonly path: string
}

/** The rules by which something is left out. */
export type EventWarningCode =
  /** Delivery: Klaviyo said that it has this event already; counted as delivered. */
  | 'ALREADY_AT_KLAVIYO'
  /** A consent channel was left out: the event has no email for `EMAIL`, or no phone for `SMS`. */
  | 'CHANNEL_WITHOUT_IDENTIFIER'
  /** Nothing is sent to Klaviyo: a filter of the account or `integrations` of the event says so. */
  | 'FILTERED'
  /** Delivery: an identifier belongs to another profile, and was left out (Klaviyo's `duplicate_profile`). */
  | 'IDENTIFIER_CLASH'
  /** Klaviyo unsubscribes a profile that is not on the list from everything. */
  | 'MAY_UNSUBSCRIBE_GLOBALLY'
  /** Left out: the revision of the account does not have it. */
  | 'NOT_IN_REVISION'
  /** Sent, though the tracking plan of the sender does not have an event of this name. Only from the SDK. */
  | 'NOT_IN_TRACKING_PLAN'
  /** An optional value is not of the type or format of its field, and was left out. */
  | 'NOT_USABLE'
  /** The profile is updated but nobody is subscribed: no consent. */
  | 'NO_CONSENT'
  /** The profile is updated but nobody is subscribed: no list. */
  | 'NO_LIST'
  /** More than Klaviyo keeps (300 properties, 4,000 items in a list, 10 levels); sent as it is. */
  | 'OVER_KLAVIYO_LIMIT'
  /** Delivery: Klaviyo took the request without this field. */
  | 'PARTIAL_FAILURE'
  /** A duplicate messageId came with another payload; the first one stands. */
  | 'PAYLOAD_DIFFERS'
  /** A phone cannot be brought to E.164 (no `+` and country code, or too short), and was left out. */
  | 'PHONE_NOT_USABLE'
  /** Delivery: Klaviyo may not process a subscription within 30 minutes of an earlier one. */
  | 'RESUBSCRIBE_MAY_BE_IGNORED'
  /** A consent channel other than email and sms was left out. */
  | 'UNKNOWN_CHANNEL'
  /** Delivery: an unsubscription whose outcome was unknown was sent twice; off the list already, Klaviyo unsubscribes from everything. */
  | 'UNSUBSCRIBE_REPEATED'

/** A position in decimal degrees. */
export interface GeoInput {
  /** -90 to 90, south to north. */
  readonly latitude: number
  /** -180 to 180, west to east. */
  readonly longitude: number
}

/** A decision of somebody about a list. Needs an email, a phone, a userId or a klaviyoProfileId; an unsubscription needs an email or a phone. */
export interface GroupInput {
  /** The id of a visitor who is not known yet. Alone it is not enough here. */
  readonly anonymousId?: string | null | undefined
  /** The channels to subscribe. Default: those of the account. An unsubscription ignores it: it takes every channel. */
  readonly consent?: readonly ConsentChannel[] | null | undefined
  /** Where the person was. */
  readonly context?: ContextInput | null | undefined
  /** Where the person subscribed, for example `Checkout`. Klaviyo: `custom_source`. */
  readonly customSource?: string | null | undefined
  /** The id of the Klaviyo list, for example `XUepkK`. */
  readonly groupId: string
  /** The id of the Klaviyo profile, if you know it. */
  readonly klaviyoProfileId?: string | null | undefined
  /** Makes it safe to send again: one messageId is taken once. Default: a new one, given back in the result. */
  readonly messageId?: string | null | undefined
  /** `true` subscribes, `false` unsubscribes. No default: nobody is subscribed by leaving something out. */
  readonly subscribe: boolean
  /** When the person decided. Default: now. */
  readonly timestamp?: string | null | undefined
  /** The traits of the person (`context.traits` of a RudderStack group event): email and phone. Others are not sent: use `identify`. */
  readonly traits?: TraitsInput | null | undefined
  /** Your id of the person. */
  readonly userId?: string | null | undefined
}

/** A profile to create or update. At least one usable identifier: userId, anonymousId, klaviyoProfileId, or email, phone or `_kx` in the traits. */
export interface IdentifyInput {
  /** The id of a visitor who is not known yet. Klaviyo: `anonymous_id`, in revision 2024-06-15 only. */
  readonly anonymousId?: string | null | undefined
  /** Where the person was. */
  readonly context?: ContextInput | null | undefined
  /** The id of the Klaviyo profile, if you know it. */
  readonly klaviyoProfileId?: string | null | undefined
  /** Makes it safe to send again: one messageId is taken once. Default: a new one, given back in the result. */
  readonly messageId?: string | null | undefined
  /** Change custom properties in other ways than setting them. */
  readonly patchProperties?: PatchPropertiesInput | null | undefined
  /** Change the consent of the person too. Left out: the consent stays as it is. */
  readonly subscription?: SubscriptionInput | null | undefined
  /** When it happened. Default: now. */
  readonly timestamp?: string | null | undefined
  /** What is known about the person. */
  readonly traits?: TraitsInput | null | undefined
  /** Your id of the person. Klaviyo: `external_id`. */
  readonly userId?: string | null | undefined
}

/** One error of a Klaviyo answer, as Klaviyo put it. */
export interface KlaviyoError {
  /** Klaviyo's code, for example `invalid` or `duplicate_profile`. */
  readonly code: string
  /** The explanation. */
  readonly detail: string
  /** Klaviyo's id of this error, for its support. */
  readonly id: string | null
  /** JSON pointer into the request body. */
  readonly pointer: string | null
  /** A short title. */
  readonly title: string
}

/** Changes of custom properties that setting them cannot do. */
export interface PatchPropertiesInput {
  /** Values to add to lists. */
  readonly append?: Record<string, unknown> | null | undefined
  /** Values to take out of lists. */
  readonly unappend?: Record<string, unknown> | null | undefined
  /** Names of properties to remove. */
  readonly unset?: readonly string[] | null | undefined
}

/** A screen view. At least one usable identifier, as in `IdentifyInput`. */
export interface ScreenInput {
  /** The id of a visitor who is not known yet. Klaviyo: `anonymous_id`, in revision 2024-06-15 only. */
  readonly anonymousId?: string | null | undefined
  /** Where the person was. */
  readonly context?: ContextInput | null | undefined
  /** The id of the Klaviyo profile, if you know it. */
  readonly klaviyoProfileId?: string | null | undefined
  /** Makes it safe to send again: one messageId is taken once. Default: a new one, given back in the result. */
  readonly messageId?: string | null | undefined
  /** The name of the screen; at most 127 characters. Klaviyo: the metric. */
  readonly name: string
  /** Anything about the view, as in `TrackInput`. */
  readonly properties?: Record<string, unknown> | null | undefined
  /** When it happened. Default: now. */
  readonly timestamp?: string | null | undefined
  /** What is known about the person. */
  readonly traits?: TraitsInput | null | undefined
  /** Your id of the person. Klaviyo: `external_id`. */
  readonly userId?: string | null | undefined
}

/** A change of consent. */
export interface SubscriptionInput {
  /** The channels to subscribe. Default: those of the account. `[]` subscribes nobody. */
  readonly consent?: readonly ConsentChannel[] | null | undefined
  /** The Klaviyo list. Default: the list of the account. */
  readonly listId?: string | null | undefined
  /** `true` subscribes, `false` unsubscribes from every channel. An unsubscription needs an email or a phone. */
  readonly subscribe: boolean
}

/** Something that somebody did. At least one usable identifier, as in `IdentifyInput`. */
export interface TrackInput {
  /** The id of a visitor who is not known yet. Klaviyo: `anonymous_id`, in revision 2024-06-15 only. */
  readonly anonymousId?: string | null | undefined
  /** Where the person was. */
  readonly context?: ContextInput | null | undefined
  /** The currency of `revenue`. Wins over `properties.currency`. Default: the currency of the Klaviyo account. */
  readonly currency?: string | null | undefined
  /** The name, for example `Order Completed`; at most 127 characters. Klaviyo: the metric. */
  readonly event: string
  /** The id of the Klaviyo profile, if you know it. */
  readonly klaviyoProfileId?: string | null | undefined
  /** Makes it safe to send again: one messageId is taken once. Default: a new one, given back in the result. */
  readonly messageId?: string | null | undefined
  /** Change custom properties of the person in other ways than setting them. */
  readonly patchProperties?: PatchPropertiesInput | null | undefined
  /** Anything about the event. `email`, `phone`, `revenue`, `total`, `value`, `value_currency` and `currency` at the top level are read, not kept. */
  readonly properties?: Record<string, unknown> | null | undefined
  /** What it was worth, in units of the currency. Wins over `properties.revenue`. Klaviyo: `value`. */
  readonly revenue?: number | null | undefined
  /** When it happened. Default: now. */
  readonly timestamp?: string | null | undefined
  /** What is known about the person. */
  readonly traits?: TraitsInput | null | undefined
  /** Your id of the person. Klaviyo: `external_id`. */
  readonly userId?: string | null | undefined
}

/** What is known about a person. A value that is not usable is left out with a warning; `null` is never sent and clears nothing. */
export interface TraitsInput {
  /** Klaviyo's exchange id, from the `_kx` parameter of a link in a Klaviyo email. */
  readonly _kx?: string | null | undefined
  /** The same fields in RudderStack's nested form; each wins over the flat one. */
  readonly address?: AddressInput | null | undefined
  /** The city. */
  readonly city?: string | null | undefined
  /** The country. */
  readonly country?: string | null | undefined
  /** Everything else, as custom properties of the profile, with their JSON types. A key that is a field above is read as that field if the field is not given. */
  readonly custom?: Record<string, unknown> | null | undefined
  /** The email address. */
  readonly email?: string | null | undefined
  /** The first name. */
  readonly firstName?: string | null | undefined
  /** The URL of a picture, http or https. */
  readonly image?: string | null | undefined
  /** The last name. */
  readonly lastName?: string | null | undefined
  /** The company. */
  readonly organization?: string | null | undefined
  /** The phone number with `+` and country code; sent as E.164. Without a country code it is left out, unless the account has a `defaultCountry`. */
  readonly phone?: string | null | undefined
  /** The region or state. */
  readonly region?: string | null | undefined
  /** Street and number. Klaviyo: `location.address1`. */
  readonly street?: string | null | undefined
  /** The time zone, best by its IANA name: `America/Chicago`. */
  readonly timezone?: string | null | undefined
  /** The job title. */
  readonly title?: string | null | undefined
  /** The postal code. */
  readonly zip?: string | null | undefined
}
