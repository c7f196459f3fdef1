import { KlaviyoError } from './klaviyo-error.ts'

/**
 * Klaviyo did not answer within `timeoutMs`; what it did with the request is unknown.
 * @example if (settlement.status === 'retry' && settlement.error instanceof KlaviyoTimeoutError) console.log(settlement.error.timeoutMs)
 */
export class KlaviyoTimeoutError extends KlaviyoError {
  override readonly name: string = 'KlaviyoTimeoutError'
  /** The time limit that passed, in milliseconds. */
  readonly timeoutMs: number

  constructor(message: string, timeoutMs: number, cause?: unknown) {
    super('TIMEOUT', message, { cause })
    this.timeoutMs = timeoutMs
  }
}
