import type { EventBuilder, ProfileSteps } from './event-builder.ts'
import type { Setup } from './setup.ts'

/**
 * Builds a track event: something that somebody did.
 * @example await klaviyo.track('Order Completed').user({ userId: 'u-1' }).properties({ orderId: 'A-1' }).revenue(30, 'USD').send()
 */
export interface TrackBuilder<S extends Setup, H, N, X = object>
  extends EventBuilder<'track', S, H, N, X>, ProfileSteps<'track', S, H, N, X> {
  /**
   * What belongs to the event; typed by the tracking plan, if there is one. A property that is given twice counts as
   * given last.
   * @example klaviyo.track('Order Completed').user({ userId: 'u-1' }).properties({ orderId: 'A-1' }).plan()
   */
  properties(properties: X): TrackBuilder<S, H, Exclude<N, 'properties'>, X>
  /**
   * The value of the event and its currency (ISO 4217): `properties.revenue` and `properties.currency`, whatever
   * `properties()` says. Without a currency Klaviyo takes that of the account.
   * @example klaviyo.track('Order Completed').user({ userId: 'u-1' }).revenue(30, 'USD').plan()
   */
  revenue(value: number, currency?: string): TrackBuilder<S, H, N, X>
}
