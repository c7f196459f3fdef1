import { ERROR_CODES, type ErrorCode } from './error-codes.ts'

/**
 * Base of every error this package throws. `code` says which kind of failure it is (see `ERROR_CODES`), `retryable`
 * whether the same call may succeed later. Messages never hold a key or the value of a trait.
 */
export class KlaviyoError extends Error {
  override readonly name: string = 'KlaviyoError'
  readonly code: ErrorCode
  readonly retryable: boolean

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; retryable?: boolean }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.retryable = options?.retryable ?? ERROR_CODES[code].retryable
  }
}
