import { KlaviyoApiError, type ErrorCode, type KlaviyoApiErrorEntry, type KlaviyoError } from '@rudder-klaviyo/sdk'
import type { StoredError } from '../accept/acceptance.ts'

/** Codes that readers know by another name: a key that is missing is one that is refused. */
const CODES: Readonly<Partial<Record<ErrorCode, string>>> = {
  CONFIG_INVALID: 'NOT_AUTHORIZED',
  EVENT_INVALID: 'CANNOT_BE_PLANNED',
}

/** A failure as it is kept, in the codes of `DeliveryErrorCode`, Klaviyo's words included. */
export function toStoredError(error: KlaviyoError, operation: string | undefined): StoredError {
  return {
    code: CODES[error.code] ?? error.code,
    message: error.message,
    ...(operation === undefined ? undefined : { operation }),
    ...(error instanceof KlaviyoApiError
      ? { status: error.status, klaviyoErrors: error.errors.map(toWords) }
      : undefined),
  }
}

function toWords({ id, code, title, detail, pointer }: KlaviyoApiErrorEntry): KlaviyoApiErrorEntry {
  return {
    code,
    title,
    detail,
    ...(id === undefined ? undefined : { id }),
    ...(pointer === undefined ? undefined : { pointer }),
  }
}
