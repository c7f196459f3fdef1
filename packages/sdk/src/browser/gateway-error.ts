/**
 * - `REFUSED`: the gateway answered 4xx: a wrong key or address, an unknown field or a wrong JSON type.
 * - `FAILED`: the gateway failed on this very event ten times (500). Of `status`: it could not be read.
 * - `QUEUE_FULL`: as many events as `maxWaitingCount` wait already.
 * @example const isTooMany = (code: GatewayErrorCode) => code === 'QUEUE_FULL'
 */
export type GatewayErrorCode = 'REFUSED' | 'FAILED' | 'QUEUE_FULL'

/**
 * Why an event will not be sent (again), or a status could not be read. The message names the event, never a trait or
 * a key.
 *
 * @example
 * import { GatewayError, type GatewayClient } from '@rudder-klaviyo/sdk/browser'
 *
 * export async function report(client: GatewayClient) {
 *   await client.track({ event: 'Order Completed', userId: 'u-1' }).catch((error: unknown) => {
 *     if (error instanceof GatewayError && error.code === 'REFUSED') console.error(error.httpStatus, error.message)
 *   })
 * }
 */
export class GatewayError extends Error {
  declare readonly code: GatewayErrorCode
  declare readonly messageId: string
  /** 0: no answer came. `undefined`: nothing was sent. */
  declare readonly httpStatus: number | undefined

  constructor(message: string, facts: Pick<GatewayError, 'code' | 'messageId'> & { readonly httpStatus?: number }) {
    super(message)
    Object.assign(this, facts, { name: 'GatewayError' })
  }
}
