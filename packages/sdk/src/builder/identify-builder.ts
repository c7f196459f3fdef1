import type { Consent } from '../event/event.ts'
import type { NeedsOf, OptionalIf, SubscribeOptions } from './capabilities.ts'
import type { EventBuilder, ProfileSteps } from './event-builder.ts'
import type { Setup } from './setup.ts'

/**
 * Builds an identify event: create or update a profile, and change its consent.
 * @example await klaviyo.identify({ email: 'alex@example.com' }).traits({ firstName: 'Alex' }).send()
 */
export interface IdentifyBuilder<S extends Setup, H, N, X = unknown>
  extends EventBuilder<'identify', S, H, N, X>, ProfileSteps<'identify', S, H, N, X> {
  /**
   * Subscribes the person to a list; of several decisions the last counts. `listId` and `consent` may be left out when
   * `createKlaviyo` has defaults for them.
   * @example klaviyo.identify({ email: 'alex@example.com' }).subscribe({ listId: 'XUepkK', consent: ['email'] }).plan()
   */
  subscribe<const C extends readonly Consent[]>(
    ...args: OptionalIf<'listId' | 'consent', S['defaults'], SubscribeOptions<S, C>>
  ): IdentifyBuilder<S, H, N | NeedsOf<C>, X>
  /**
   * Unsubscribes the person's email and phone from a list. Klaviyo unsubscribes a profile that is not on the list from
   * everything.
   * @example klaviyo.identify({ email: 'alex@example.com' }).unsubscribe({ listId: 'XUepkK' }).plan()
   */
  unsubscribe(
    ...args: OptionalIf<
      'listId',
      S['defaults'],
      'listId' extends S['defaults'] ? { listId?: string } : { listId: string }
    >
  ): IdentifyBuilder<S, H, N | 'emailOrPhone', X>
}
