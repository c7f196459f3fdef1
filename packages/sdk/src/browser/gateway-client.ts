import type { GroupInput, IdentifyInput, ScreenInput, TrackInput } from '../generated/gateway-inputs.ts'
import type { EventOutcome } from './event-outcome.ts'
import type { EventState } from './event-state.ts'

/**
 * Sends events from a web page to the gateway.
 *
 * A call takes a copy of its input, gives it a messageId and the time if it has none, and resolves once the gateway has
 * answered. Until then it is sent again with the same messageId, however long that takes. It rejects, with a
 * {@link GatewayError}, only when the event will not be sent again.
 * @example const signedUp = (client: GatewayClient) => client.track({ event: 'Signed Up', userId: 'u-1' })
 */
export interface GatewayClient {
  /**
   * Create or update a profile.
   *
   * @example
   * import type { GatewayClient } from '@rudder-klaviyo/sdk/browser'
   *
   * export const signUp = (client: GatewayClient, email: string) => client.identify({ userId: 'u-1', traits: { email } })
   */
  identify(input: IdentifyInput): Promise<EventOutcome>
  /**
   * Record that somebody did something.
   *
   * @example
   * import type { GatewayClient } from '@rudder-klaviyo/sdk/browser'
   *
   * export const buy = (client: GatewayClient) =>
   *   client.track({ event: 'Order Completed', userId: 'u-1', revenue: 30, currency: 'USD' })
   */
  track(input: TrackInput): Promise<EventOutcome>
  /**
   * Subscribe or unsubscribe somebody. The gateway may allow it to servers only: the outcome is then `invalid`, with the
   * issue `CONSENT_NOT_ALLOWED`.
   *
   * @example
   * import type { GatewayClient } from '@rudder-klaviyo/sdk/browser'
   *
   * export const subscribe = (client: GatewayClient, email: string) =>
   *   client.group({ groupId: 'XUepkK', subscribe: true, consent: ['EMAIL'], traits: { email } })
   */
  group(input: GroupInput): Promise<EventOutcome>
  /**
   * Record a screen view.
   *
   * @example
   * import type { GatewayClient } from '@rudder-klaviyo/sdk/browser'
   *
   * export const showCart = (client: GatewayClient) => client.screen({ name: 'Cart', userId: 'u-1' })
   */
  screen(input: ScreenInput): Promise<EventOutcome>
  /**
   * Where an accepted event stands; `null` if the gateway has none of this messageId (yet). Asks once.
   *
   * @throws {GatewayError} `FAILED`, with the HTTP status, if there is no usable answer
   * @example
   * import type { GatewayClient } from '@rudder-klaviyo/sdk/browser'
   *
   * export const isDelivered = async (client: GatewayClient, messageId: string) =>
   *   (await client.status(messageId))?.status === 'DELIVERED'
   */
  status(messageId: string): Promise<EventState | null>
  /**
   * Send what waits now, unless the gateway asked for a pause. Resolves after one attempt, whether or not it succeeded;
   * never rejects. A page that closes needs no call.
   *
   * @example
   * import type { GatewayClient } from '@rudder-klaviyo/sdk/browser'
   *
   * export const leave = async (client: GatewayClient, address: string) => {
   *   await client.flush()
   *   location.assign(address)
   * }
   */
  flush(): Promise<void>
}
