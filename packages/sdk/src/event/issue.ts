/**
 * The rules by which an event is refused.
 * @example const isAboutIdentity = (code: EventIssueCode) => code === 'NO_IDENTIFIER'
 */
export type EventIssueCode =
  /** Nobody is identified: none of userId, anonymousId, email, phone, `_kx` or Klaviyo profile id is usable. */
  | 'NO_IDENTIFIER'
  /** A required field is missing or blank. */
  | 'REQUIRED'
  /** A value has another type or format than the field needs, and the field is required. */
  | 'NOT_USABLE'
  /** A text or a list is longer than Klaviyo takes. */
  | 'TOO_LONG'
  /** A subscription from `group` without any consent. */
  | 'NO_CONSENT'
  /** An unsubscription without an email or a phone. */
  | 'CANNOT_UNSUBSCRIBE'
  /** An unsubscription without a list. */
  | 'NO_LIST'
  /** The revision does not have what the event needs. */
  | 'NOT_IN_REVISION'
  /** The type of the event has no counterpart in Klaviyo. */
  | 'TYPE_NOT_SUPPORTED'
  /** The tracking plan of the sender does not have an event of this name. */
  | 'NOT_IN_TRACKING_PLAN'

/**
 * The rules by which something is left out, or read in another way than expected, without refusing the event.
 * @example const isHarmless = (code: EventWarningCode) => code === 'OVER_KLAVIYO_LIMIT'
 */
export type EventWarningCode =
  /** An optional value is not of the type or format of its field, and was left out. */
  | 'NOT_USABLE'
  /** A phone cannot be brought to E.164, and was left out. */
  | 'PHONE_NOT_USABLE'
  /** A consent channel other than email and sms was left out. */
  | 'UNKNOWN_CHANNEL'
  /** A consent channel was left out: its identifier is missing. */
  | 'CHANNEL_WITHOUT_IDENTIFIER'
  /** The profile is updated but nobody is subscribed: no consent. */
  | 'NO_CONSENT'
  /** The profile is updated but nobody is subscribed: no list. */
  | 'NO_LIST'
  /** Klaviyo unsubscribes a profile that is not on the list from everything. */
  | 'MAY_UNSUBSCRIBE_GLOBALLY'
  /** Left out: the revision does not have it. */
  | 'NOT_IN_REVISION'
  /** Nothing is sent: a filter or `integrations` of the event says so. */
  | 'FILTERED'
  /** More than Klaviyo keeps; sent as it is. */
  | 'OVER_KLAVIYO_LIMIT'
  /** Sent, though the tracking plan of the sender does not have an event of this name. */
  | 'NOT_IN_TRACKING_PLAN'
  /** Delivery: an identifier belongs to another profile, and was left out. */
  | 'IDENTIFIER_CLASH'
  /** Delivery: Klaviyo took the request without this field. */
  | 'PARTIAL_FAILURE'
  /** Delivery: Klaviyo had this event already. */
  | 'ALREADY_AT_KLAVIYO'
  /** Delivery: an unsubscribe of unknown outcome was sent again, and may have acted on every list. */
  | 'UNSUBSCRIBE_REPEATED'
  /** Delivery: a subscribe within 30 minutes of an earlier one, which Klaviyo may not process. */
  | 'RESUBSCRIBE_MAY_BE_IGNORED'

/**
 * Why an event was refused: where, by which rule, and how to mend it. Never the value of a trait.
 * @example const shown = ({ path, message }: EventIssue) => `${path}: ${message}`
 */
export interface EventIssue {
  /** The path in the event, for example `context.traits.email`; `''` is the event itself. */
  readonly path: string
  readonly code: EventIssueCode
  readonly message: string
}

/**
 * Something that was left out, or read in another way than expected. The event goes on.
 * @example const phones = klaviyo.plan(event).warnings.filter(({ code }: EventWarning) => code === 'PHONE_NOT_USABLE')
 */
export interface EventWarning {
  /** The path in the event; for a warning of the delivery, the Klaviyo field. */
  readonly path: string
  readonly code: EventWarningCode
  readonly message: string
}
