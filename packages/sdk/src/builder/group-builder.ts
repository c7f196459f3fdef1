import type { Consent } from '../event/event.ts'
import type { NeedsOf, OptionalIf, SubscribeOptions } from './capabilities.ts'
import type { EventBuilder } from './event-builder.ts'
import type { Setup } from './setup.ts'

/**
 * Builds a group event: somebody's decision about a Klaviyo list.
 * @example await klaviyo.group('XUepkK').user({ email: 'alex@example.com' }).subscribe({ consent: ['email'] }).send()
 */
export interface GroupBuilder<S extends Setup, H, N, X = unknown> extends EventBuilder<'group', S, H, N, X> {
  /**
   * Subscribes the member to the list of the group; of several decisions the last counts. `customSource` is shown in
   * Klaviyo as the source of the consent.
   * @example klaviyo.group('XUepkK').user({ phone: '+12345578900' }).subscribe({ consent: ['sms'], customSource: 'Checkout' }).plan()
   */
  subscribe<const C extends readonly Consent[]>(
    ...args: OptionalIf<'consent', S['defaults'], Omit<SubscribeOptions<S, C>, 'listId'> & { customSource?: string }>
  ): GroupBuilder<S, H, Exclude<N, 'decision'> | NeedsOf<C>, X>
  /**
   * Unsubscribes the member's email and phone from the list of the group.
   * @example klaviyo.group('XUepkK').user({ email: 'alex@example.com' }).unsubscribe().plan()
   */
  unsubscribe(): GroupBuilder<S, H, Exclude<N, 'decision'> | 'emailOrPhone', X>
}
