import type { DeliveryError, Event } from '../generated/gateway-inputs.ts'

/**
 * An accepted event on its way to Klaviyo, as the gateway tells it to a write key: without Klaviyo's own words, which may
 * hold personal data.
 *
 * @example
 * import type { EventState } from '@rudder-klaviyo/sdk/browser'
 *
 * export const isSettled = ({ status }: EventState) => status === 'DELIVERED' || status === 'FILTERED' || status === 'DEAD'
 */
export interface EventState extends Omit<Event, 'error'> {
  /** Why the last attempt failed; only while `RETRYING` or `DEAD`. */
  readonly error: Omit<DeliveryError, 'klaviyoErrors'> | null
}
