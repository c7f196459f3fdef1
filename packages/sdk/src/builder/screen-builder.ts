import type { EventBuilder, ProfileSteps } from './event-builder.ts'
import type { Setup } from './setup.ts'

/**
 * Builds a screen event: a Klaviyo event with the name of the screen.
 * @example await klaviyo.screen('Checkout').user({ userId: 'u-1' }).properties({ step: 2 }).send()
 */
export interface ScreenBuilder<S extends Setup, H, N, X = object>
  extends EventBuilder<'screen', S, H, N, X>, ProfileSteps<'screen', S, H, N, X> {
  /**
   * What belongs to the screen view. A property that is given twice counts as given last.
   * @example klaviyo.screen('Checkout').user({ userId: 'u-1' }).properties({ step: 2 }).plan()
   */
  properties(properties: object): ScreenBuilder<S, H, N, X>
}
