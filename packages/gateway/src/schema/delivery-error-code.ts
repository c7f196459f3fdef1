import type { ErrorCode } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'

/** The codes of errors that a delivery can end with: not those of events and settings, which are refused before. */
export type DeliveryCode = Exclude<ErrorCode, 'EVENT_INVALID' | 'CONFIG_INVALID'>

const DELIVERY_CODES = {
  REJECTED: { description: "Klaviyo refused the request for this event's sake (400 and other 4xx)." },
  NOT_AUTHORIZED: {
    description:
      'Klaviyo refused the key or one of its scopes is missing (401, 403). The account is paused; nothing is lost.',
  },
  RATE_LIMITED: { description: "Klaviyo's rate limit (429)." },
  UNAVAILABLE: { description: 'Klaviyo failed (5xx).' },
  NETWORK: { description: 'The connection broke.' },
  TIMEOUT: { description: 'No answer in time.' },
  PROFILE_NOT_FOUND: {
    description: 'No profile with this userId or Klaviyo profile id, or none with an identifier for a channel.',
  },
  CANNOT_BE_PLANNED: {
    description: 'The event can no longer be planned: a setting was changed after it was accepted.',
  },
  SUPERSEDED: { description: 'A newer change of consent of the same person makes this one void.' },
} satisfies Record<DeliveryCode, { description: string }>

/** The kinds of failure of a delivery. */
export const DeliveryErrorCode = builder.enumType('DeliveryErrorCode', {
  description: 'The kinds of failure of a delivery.',
  values: DELIVERY_CODES,
})

/** A stored code as one of the schema. One that this version does not know becomes `CANNOT_BE_PLANNED`. */
export function toDeliveryCode(code: string): DeliveryCode {
  return isDeliveryCode(code) ? code : 'CANNOT_BE_PLANNED'
}

function isDeliveryCode(code: string): code is DeliveryCode {
  return Object.hasOwn(DELIVERY_CODES, code)
}
