/**
 * What each kind of failure means: the HTTP status a server answers with, and whether the same thing may succeed later.
 * @example const canPass = ({ retryable }: ErrorKind) => retryable
 */
export interface ErrorKind {
  readonly httpStatus: number
  readonly retryable: boolean
}

/**
 * The closed table of error codes. A code is one word for one kind of failure, the same in errors, settlements,
 * the outbox and the GraphQL schema.
 * @example const { httpStatus, retryable } = ERROR_CODES.RATE_LIMITED // 429, true
 */
export const ERROR_CODES = {
  /** The event lacks something that it needs. Sending it again unchanged gives the same answer. */
  EVENT_INVALID: { httpStatus: 400, retryable: false },
  /** A setting is missing, unknown or wrong. */
  CONFIG_INVALID: { httpStatus: 500, retryable: false },
  /** Klaviyo refused the request for this event's sake (400 and other 4xx). */
  REJECTED: { httpStatus: 422, retryable: false },
  /** Klaviyo refused the key, or one of its scopes is missing (401, 403). Nothing is sent until a person acts. */
  NOT_AUTHORIZED: { httpStatus: 502, retryable: true },
  /** Klaviyo's rate limit (429). */
  RATE_LIMITED: { httpStatus: 429, retryable: true },
  /** Klaviyo failed (5xx). */
  UNAVAILABLE: { httpStatus: 503, retryable: true },
  /** The connection broke. */
  NETWORK: { httpStatus: 503, retryable: true },
  /** No answer in time. */
  TIMEOUT: { httpStatus: 504, retryable: true },
  /** No profile with this userId or Klaviyo profile id, or none with an identifier for a channel. */
  PROFILE_NOT_FOUND: { httpStatus: 404, retryable: false },
  /** The event can no longer be planned: a setting was changed after it was accepted. */
  CANNOT_BE_PLANNED: { httpStatus: 409, retryable: false },
  /** A newer change of consent of the same person makes this one void. */
  SUPERSEDED: { httpStatus: 409, retryable: false },
} as const satisfies Record<string, ErrorKind>

/**
 * One of the codes of {@link ERROR_CODES}.
 * @example const isOutage = (code: ErrorCode) => code === 'UNAVAILABLE' || code === 'NETWORK' || code === 'TIMEOUT'
 */
export type ErrorCode = keyof typeof ERROR_CODES
