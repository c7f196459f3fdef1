import { KlaviyoError } from './klaviyo-error.ts'

/**
 * The connection to Klaviyo could not be made or broke; what Klaviyo did with the request is unknown. `cause` is the platform's error.
 * @example if (settlement.status === 'retry' && settlement.error instanceof KlaviyoNetworkError) console.log(settlement.retryAfterMs)
 */
export class KlaviyoNetworkError extends KlaviyoError {
  override readonly name: string = 'KlaviyoNetworkError'

  constructor(message: string, cause: unknown) {
    super('NETWORK', message, { cause })
  }
}
