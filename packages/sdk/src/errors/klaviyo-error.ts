import { ERROR_CODES, type ErrorCode } from './error-codes.ts'

/**
 * Base of every error this package throws. `code` says which kind of failure it is (see `ERROR_CODES`), `retryable`
 * whether the same call may succeed later. Messages never hold a key or the value of a trait.
 * @example
 * try {
 *   await klaviyo.track('Signed Up').user({ email }).send()
 * } catch (error) {
 *   if (error instanceof KlaviyoError && error.retryable) console.log('send it again later', error.code)
 * }
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
