import type { ErrorCode } from './error-codes.ts'
import { KlaviyoError } from './klaviyo-error.ts'

/**
 * One entry of `errors` in a JSON:API answer, in Klaviyo's words. They may hold personal data.
 * @example const where = ({ code, pointer }: KlaviyoApiErrorEntry) => `${code} at ${pointer ?? 'no place'}`
 */
export interface KlaviyoApiErrorEntry {
  readonly id?: string
  readonly code: string
  readonly title: string
  readonly detail: string
  /** JSON pointer into the body that was sent. */
  readonly pointer?: string
  /** The other profile of a 409 `duplicate_profile`. */
  readonly duplicateProfileId?: string
}

export interface KlaviyoApiErrorFacts {
  readonly status: number
  readonly operation: string
  readonly errors: readonly KlaviyoApiErrorEntry[]
  readonly requestId?: string
  readonly retryAfterMs?: number
}

/**
 * Klaviyo answered, and not with success. `status` and `errors` are Klaviyo's; `code` sorts them (401 and JSON:API 403:
 * `NOT_AUTHORIZED`, 429: `RATE_LIMITED`, 5xx and other 403: `UNAVAILABLE`, the rest: `REJECTED`).
 * @example
 * const { error } = await klaviyo.client.GET('/api/lists')
 * if (error instanceof KlaviyoApiError) console.error(error.status, error.requestId, error.retryable)
 */
export class KlaviyoApiError extends KlaviyoError {
  override readonly name: string = 'KlaviyoApiError'
  readonly status: number
  readonly operation: string
  readonly requestId?: string
  /** Milliseconds to wait, from `Retry-After`; `undefined` when Klaviyo gave none. */
  readonly retryAfterMs?: number
  // Private, since Klaviyo's words may hold personal data: neither an inspector nor JSON.stringify shows them unasked.
  readonly #errors: readonly KlaviyoApiErrorEntry[]

  constructor(code: ErrorCode, message: string, facts: KlaviyoApiErrorFacts) {
    super(code, message)
    this.status = facts.status
    this.operation = facts.operation
    this.#errors = facts.errors
    if (facts.requestId !== undefined) this.requestId = facts.requestId
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs
  }

  /** Klaviyo's words about what is wrong; empty when the answer had none. They may hold personal data. */
  get errors(): readonly KlaviyoApiErrorEntry[] {
    return this.#errors
  }
}
