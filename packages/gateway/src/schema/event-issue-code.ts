import type { AcceptIssue } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'

/** The rules by which an event is refused. */
export const EventIssueCode = builder.enumType('EventIssueCode', {
  description: 'The rules by which an event is refused.',
  values: {
    NO_IDENTIFIER: {
      description:
        'Nobody is identified: none of userId, anonymousId, email, phone, `_kx` or Klaviyo profile id is usable.',
    },
    REQUIRED: { description: 'A required field is missing or blank.' },
    NOT_USABLE: { description: 'A value has another type or format than the field needs, and the field is required.' },
    TOO_LONG: { description: 'A text or a list is longer than Klaviyo takes.' },
    NO_CONSENT: {
      description:
        'A subscription from `group` without any consent: neither the event nor the account names a channel.',
    },
    CANNOT_UNSUBSCRIBE: { description: 'An unsubscription without an email or a phone.' },
    NO_LIST: { description: 'An unsubscription without a list: neither the event nor the account names one.' },
    CONSENT_NOT_ALLOWED: {
      description: 'This key may not change consent: use a server key, or set `consentFrom` of the source.',
    },
    NOT_IN_REVISION: { description: 'The revision of the account does not have what the event needs.' },
    TYPE_NOT_SUPPORTED: {
      description: 'The type of the event has no counterpart in Klaviyo (`alias`, `merge`). Only over the HTTP API.',
    },
    NOT_IN_TRACKING_PLAN: {
      description: 'The tracking plan of the sender does not have an event of this name. Only from the SDK.',
    },
  } satisfies Record<AcceptIssue['code'], { description: string }>,
})
