import type { AcceptWarning, StoredEvent } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'

type WarningCode = AcceptWarning['code'] | StoredEvent['warnings'][number]['code']

/** The rules by which something is left out. */
export const EventWarningCode = builder.enumType('EventWarningCode', {
  description: 'The rules by which something is left out.',
  values: {
    NOT_USABLE: { description: 'An optional value is not of the type or format of its field, and was left out.' },
    PHONE_NOT_USABLE: {
      description: 'A phone cannot be brought to E.164 (no `+` and country code, or too short), and was left out.',
    },
    UNKNOWN_CHANNEL: { description: 'A consent channel other than email and sms was left out.' },
    CHANNEL_WITHOUT_IDENTIFIER: {
      description: 'A consent channel was left out: the event has no email for `EMAIL`, or no phone for `SMS`.',
    },
    NO_CONSENT: { description: 'The profile is updated but nobody is subscribed: no consent.' },
    NO_LIST: { description: 'The profile is updated but nobody is subscribed: no list.' },
    MAY_UNSUBSCRIBE_GLOBALLY: {
      description: 'Klaviyo unsubscribes a profile that is not on the list from everything.',
    },
    NOT_IN_REVISION: { description: 'Left out: the revision of the account does not have it.' },
    FILTERED: {
      description: 'Nothing is sent to Klaviyo: a filter of the account or `integrations` of the event says so.',
    },
    OVER_KLAVIYO_LIMIT: {
      description: 'More than Klaviyo keeps (300 properties, 4,000 items in a list, 10 levels); sent as it is.',
    },
    NOT_IN_TRACKING_PLAN: {
      description:
        'Sent, though the tracking plan of the sender does not have an event of this name. Only from the SDK.',
    },
    PAYLOAD_DIFFERS: { description: 'A duplicate messageId came with another payload; the first one stands.' },
    IDENTIFIER_CLASH: {
      description:
        "Delivery: an identifier belongs to another profile, and was left out (Klaviyo's `duplicate_profile`).",
    },
    PARTIAL_FAILURE: { description: 'Delivery: Klaviyo took the request without this field.' },
    ALREADY_AT_KLAVIYO: { description: 'Delivery: Klaviyo said that it has this event already; counted as delivered.' },
    UNSUBSCRIBE_REPEATED: {
      description:
        'Delivery: an unsubscription whose outcome was unknown was sent twice; off the list already, Klaviyo unsubscribes from everything.',
    },
    RESUBSCRIBE_MAY_BE_IGNORED: {
      description: 'Delivery: Klaviyo may not process a subscription within 30 minutes of an earlier one.',
    },
  } satisfies Record<WarningCode, { description: string }>,
})
