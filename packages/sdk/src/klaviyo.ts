import type { Known, Certain } from './builder/capabilities.ts'
import type { GroupBuilder } from './builder/group-builder.ts'
import type { IdentifyBuilder } from './builder/identify-builder.ts'
import type { ScreenBuilder } from './builder/screen-builder.ts'
import type { PlanOf, PropertiesOf, Setup } from './builder/setup.ts'
import type { TrackBuilder } from './builder/track-builder.ts'
import type { Described, KlaviyoClient, PathsWith } from './client/klaviyo-client.ts'
import type { PageInit } from './client/page-request.ts'
import type { Pages } from './client/paginate.ts'
import type { PathsOf } from './client/revisions.ts'
import type { SendAllOptions, SendOptions, SendSummary } from './deliver/send-options.ts'
import type { Settlement } from './deliver/settlement.ts'
import type { RudderEvent } from './event/event.ts'
import type { User } from './event/user.ts'
import type { Explanation, ExplainOptions } from './plan/explain-event.ts'
import type { Plan } from './plan/planned-request.ts'

/**
 * What is taken as an event: a builder that is ready, a typed event, or a raw value, which is checked at run time: one of
 * type `unknown` or `any`, or an object of whatever keys. Whatever has a type of its own is checked by the compiler.
 * @example const planned = <E>(event: Input<E>) => klaviyo.plan(event)
 */
export type Input<E> = unknown extends E
  ? E
  : E extends { readonly $problem: infer P }
    ? [P] extends [never]
      ? E
      : P
    : string extends keyof E
      ? E
      : RudderEvent

/**
 * What `createKlaviyo` gives: the way in for events, and the typed client for everything else.
 * @example const klaviyo: Pick<Klaviyo, 'plan'> = createKlaviyo()
 */
export interface Klaviyo<S extends Setup = Setup> {
  /**
   * Starts an identify event: create or update a profile, change its consent.
   * @example await klaviyo.identify({ userId: 'u-1' }).traits({ firstName: 'Alex' }).send()
   */
  identify(): IdentifyBuilder<S, never, never>
  identify<U extends User>(user: Known<U>): IdentifyBuilder<S, Certain<U>, never>
  /**
   * Starts a track event: something that somebody did. With a tracking plan, one of its names.
   * @example await klaviyo.track('Signed Up').user({ email: 'alex@example.com' }).send()
   */
  track<
    const E extends
      | (keyof PlanOf<S>['events'] & string)
      | (PlanOf<S>['unplanned'] extends 'refuse' ? never : string & {}),
  >(
    event: E,
  ): TrackBuilder<S, never, {} extends PropertiesOf<S, E> ? never : 'properties', PropertiesOf<S, E>>
  /**
   * Starts a group event: somebody's decision about a Klaviyo list.
   * @example await klaviyo.group('XUepkK').user({ email: 'alex@example.com' }).subscribe({ consent: ['email'] }).send()
   */
  group(groupId: string | number): GroupBuilder<S, never, 'decision'>
  /**
   * Starts a screen event, named by the screen.
   * @example await klaviyo.screen('Checkout').user({ userId: 'u-1' }).send()
   */
  screen(name: string): ScreenBuilder<S, never, never>
  /**
   * Dry run: the Klaviyo requests of an event, as plain JSON. Nothing is sent. Values of the event may be shared with the
   * plan, not copied.
   * @throws {EventInvalidError} when the event lacks something that it needs
   * @example const { requests, warnings } = klaviyo.plan({ type: 'track', event: 'Signed Up', userId: 'u-1' })
   */
  plan<E>(event: Input<E>): Plan
  /**
   * Per Klaviyo field: the source that won, those passed over and why; the traits that become custom properties. Works
   * for an event that cannot be planned too: `issues` says why. Values are left out unless asked for.
   * @example klaviyo.explain(event).fields.map(({ to, source }) => `${to} from ${source ?? 'nowhere'}`)
   */
  explain<E>(event: Input<E>, options?: ExplainOptions): Explanation
  /**
   * Sends events and gives a settlement for each, in their order. An event without a messageId gets one. Events of one
   * person go out in order; once one of them has to be sent again, so do the later ones. An invalid event is settled
   * `rejected` and harms no other.
   * @throws {ConfigError} without a key
   * @throws what a hook or a schema of the tracking plan throws, before anything is sent
   * @example
   * for (const done of await klaviyo.send(events)) if (done.status === 'rejected') console.error(done.error.message)
   */
  send<E>(events: readonly Input<E>[], options?: SendOptions): Promise<readonly Settlement[]>
  /**
   * Sends a stream of events of any length, in parts, with bounded memory. Ends early, with what was done by then, when
   * `signal` ends.
   * @throws {ConfigError} without a key
   * @throws what the stream throws, after the events before it were sent
   * @example await klaviyo.sendAll(readEvents(), { onSettled: ({ messageId, status }) => console.log(messageId, status) })
   */
  sendAll(events: AsyncIterable<unknown> | Iterable<unknown>, options?: SendAllOptions): Promise<SendSummary>
  /**
   * The resources of a list of Klaviyo, over all its pages.
   * @example const lists = await klaviyo.paginate<{ id: string }>('/api/lists').toArray({ limit: 100 })
   */
  paginate<T = unknown>(path: PathsWith<PathsOf<S['revision']>, 'get'>, init?: PageInit): Pages<T>
  /** The typed client of Klaviyo's API, over the document of the revision. */
  readonly client: KlaviyoClient<Described<PathsOf<S['revision']>>>
  /**
   * The same client over a document of your own, as openapi-typescript generates it.
   * @example const { data } = await klaviyo.clientFor<paths>().GET('/api/coupons')
   */
  clientFor<Paths extends {}>(): KlaviyoClient<Described<Paths>>
}
