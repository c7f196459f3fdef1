import type { Context } from '../event/context.ts'
import type { EventType, RudderEvent } from '../event/event.ts'
import type { User } from '../event/user.ts'
import type { Delivered } from '../deliver/settlement.ts'
import type { SendOptions } from '../deliver/send-options.ts'
import type { Plan } from '../plan/planned-request.ts'
import type { Certain, Known, Problem, Ready } from './capabilities.ts'
import type { GroupBuilder } from './group-builder.ts'
import type { IdentifyBuilder } from './identify-builder.ts'
import type { PatchProperties } from './patch-properties.ts'
import type { ScreenBuilder } from './screen-builder.ts'
import type { Setup, TraitsOf } from './setup.ts'
import type { TrackBuilder } from './track-builder.ts'

/**
 * The steps of every builder. Each returns a new builder and leaves this one as it is, so a prefix can be shared and
 * branched. One builder is one event: its messageId is made with it and never changes, so sending it again is safe.
 * `H` are the identifiers that it has for certain, `N` is what it still needs, `X` are the properties it takes.
 * @example
 * const stamped = <S extends Setup>(b: EventBuilder<'track', S, 'userId', never, object>) => b.timestamp(new Date())
 */
export interface EventBuilder<K extends EventType, S extends Setup, H, N, X> {
  /** For types only; not there at run time. */
  readonly $kind: K
  /** For types only; not there at run time. */
  readonly $needs: N
  /** For types only: what is missing, as a sentence; `never` when the event can be sent. */
  readonly $problem: Problem<K, S, H, N>
  /**
   * Who the event is about; one identifier is enough. Of one that is given twice, here or among the traits, the last
   * counts; one that is `undefined` is not given.
   * @example klaviyo.track('Signed Up').user({ email: 'alex@example.com' }).plan()
   */
  user<U extends User>(user: Known<U>): Builder<K, S, H | Certain<U>, N, X>
  /**
   * Where the person was.
   * @example klaviyo.identify({ userId: 'u-1' }).context({ ip: '203.0.113.7' }).plan()
   */
  context(context: Pick<Context, 'ip' | 'location'>): Builder<K, S, H, N, X>
  /**
   * When it happened, a `Date` or ISO 8601. Without it Klaviyo takes the time of receipt.
   * @example klaviyo.track('Signed Up').user({ userId: 'u-1' }).timestamp(new Date()).plan()
   */
  timestamp(at: Date | string): Builder<K, S, H, N, X>
  /**
   * An id of your own instead of the one that was made: the same event made again in another process needs the same id.
   * @example klaviyo.track('Order Completed').messageId('order-17').user({ userId: 'u-1' }).plan()
   */
  messageId(id: string): Builder<K, S, H, N, X>
  /**
   * Takes the steps of `branch` if `condition` holds. What the branch adds does not count as given; what it asks for
   * counts as needed. Costs the type checker more than other steps.
   * @throws {TypeError} when the branch gives back something else than a builder of this kind
   * @example klaviyo.identify({ email }).$if(hasAgreed, (b) => b.subscribe({ listId: 'XUepkK', consent: ['email'] })).plan()
   */
  $if<N2>(
    condition: boolean,
    branch: (builder: Builder<K, S, H, N, X>) => { readonly $kind: K; readonly $needs: N2 },
  ): Builder<K, S, H, N | N2, X>
  /**
   * Hands the builder to a function and gives back what that gives: for steps that several builders share.
   * @example klaviyo.identify({ userId: 'u-1' }).$call((b) => b.context({ ip })).plan()
   */
  $call<T>(f: (builder: Builder<K, S, H, N, X>) => T): T
  /**
   * The event as plain, frozen RudderStack JSON.
   * @throws {EventInvalidError} when something that was given is not JSON (a function, a bigint, a loop)
   * @example const event = klaviyo.track('Signed Up').user({ userId: 'u-1' }).toEvent()
   */
  toEvent(this: Ready<Problem<K, S, H, N>>): Extract<RudderEvent, { type: K }>
  /**
   * Dry run: the Klaviyo requests of the event.
   * @throws {EventInvalidError} when the event lacks something that it needs
   * @example const { requests } = klaviyo.identify({ userId: 'u-1' }).plan()
   */
  plan(this: Ready<Problem<K, S, H, N>>): Plan
  /**
   * Sends the event and waits for its end. Rejects with a `KlaviyoError` when it was not delivered; `retryable` says
   * whether sending it again may help, which is safe.
   * @throws {ConfigError} without a key
   * @example await klaviyo.identify({ userId: 'u-1' }).traits({ firstName: 'Alex' }).send()
   */
  send(this: Ready<Problem<K, S, H, N>>, options?: SendOptions): Promise<Delivered>
}

/**
 * The steps of a builder whose event carries the traits of its person.
 * @example
 * const named = <S extends Setup<Revision, never, NoPlan>>(b: ProfileSteps<'track', S, 'userId', never, object>) => b.patchProperties({ unset: ['old'] })
 */
export interface ProfileSteps<K extends EventType, S extends Setup, H, N, X> {
  /**
   * What is known about the person. Keys that the mapping does not know become custom properties. Of a trait that is
   * given twice the last counts; one that is `undefined` is not given.
   * @example klaviyo.identify({ userId: 'u-1' }).traits({ firstName: 'Alex', plan: 'pro' }).plan()
   */
  traits<T extends TraitsOf<S>>(traits: T): Builder<K, S, H | Certain<T>, N, X>
  /**
   * Changes custom properties of the profile in ways that setting them cannot.
   * @example klaviyo.identify({ userId: 'u-1' }).patchProperties({ append: { tags: 'vip' }, unset: ['old'] }).plan()
   */
  patchProperties(patch: PatchProperties): Builder<K, S, H, N, X>
}

/**
 * The builder of a type of event.
 * @example type Track = Builder<'track', Setup, 'userId', never, object>
 */
export type Builder<K extends EventType, S extends Setup, H, N, X> = {
  identify: IdentifyBuilder<S, H, N, X>
  track: TrackBuilder<S, H, N, X>
  group: GroupBuilder<S, H, N, X>
  screen: ScreenBuilder<S, H, N, X>
}[K]
