import type { Consent, EventType } from '../event/event.ts'
import type { User } from '../event/user.ts'
import type { Setup } from './setup.ts'

/**
 * The name of an identifier.
 * @example const strongest: Id = 'userId'
 */
export type Id = keyof User

/**
 * What a builder may still need before its event can be sent.
 * @example const missing: Need = 'decision'
 */
export type Need = 'email' | 'phone' | 'emailOrPhone' | 'decision' | 'properties'

/**
 * The identifiers that an object has for certain: one that may be `undefined` does not count.
 * @example type Given = Certain<{ userId: string; email: string | undefined }> // 'userId'
 */
export type Certain<T> = {
  [K in keyof T]-?: K extends Id ? (T[K] extends string | number ? K : never) : never
}[keyof T]

/**
 * The identifiers that a consent needs; none when its channels are not known at compile time.
 * @example type Needed = NeedsOf<readonly ['email', 'sms']> // 'email' | 'phone'
 */
export type NeedsOf<C> = C extends readonly Consent[]
  ? number extends C['length']
    ? never
    : { email: 'email'; sms: 'phone' }[C[number]]
  : never

/**
 * An object of identifiers alone; any other key must be of a type that nothing is, whose text says why.
 * @example const identified = <U extends User>(user: Known<U>) => klaviyo.identify(user)
 */
export type Known<T> = {
  [K in keyof T]: K extends Id
    ? T[K]
    : `'${K & string}' is not an identifier: userId, anonymousId, email, phone, _kx or klaviyoProfileId`
}

/**
 * The first thing that is missing, as a sentence; `never` when the event can be sent.
 * @example type Missing = Problem<'track', Setup, never, never> // 'track needs a person: …'
 */
export type Problem<K extends EventType, S extends Setup, H, N> = K extends 'group'
  ? [H & ('email' | 'phone' | 'userId' | 'klaviyoProfileId')] extends [never]
    ? 'group needs a member: call .user({ email }), or give a phone, a userId or a klaviyoProfileId (a value that may be undefined does not count).'
    : 'decision' extends N
      ? 'group needs a decision: call .subscribe({ consent: [...] }) or .unsubscribe().'
      : 'emailOrPhone' extends N
        ? EmailOrPhone<H>
        : // Their email and phone are looked up at Klaviyo before the call.
          [H & ('userId' | 'klaviyoProfileId')] extends [never]
          ? Channels<H, N>
          : never
  : [H] extends [never]
    ? `${K} needs a person: call .user({ userId }), or give an email, a phone, an anonymousId, a _kx or a klaviyoProfileId (a value that may be undefined does not count).`
    : [S['revision'], H] extends ['2026-07-15', 'anonymousId']
      ? 'Revision 2026-07-15 knows no anonymousId: add a userId, an email or a phone with .user().'
      : 'properties' extends N
        ? 'The tracking plan requires properties of this event: call .properties({ ... }).'
        : 'emailOrPhone' extends N
          ? EmailOrPhone<H>
          : Channels<H, N>

type EmailOrPhone<H> = [H & ('email' | 'phone')] extends [never]
  ? '.unsubscribe() needs an email or a phone: Klaviyo takes no other identifier for it.'
  : never

type Channels<H, N> =
  'phone' extends Exclude<N, H>
    ? "Consent 'sms' needs a phone: add .user({ phone }), or leave 'sms' out of .subscribe()."
    : 'email' extends Exclude<N, H>
      ? "Consent 'email' needs an email: add .user({ email }), or leave 'email' out of .subscribe()."
      : never

/**
 * The `this` of a step that needs a whole event: anything when there is no problem, else the sentence that the compiler prints.
 * @example interface Sendable<P> { send(this: Ready<P>): void }
 */
export type Ready<P> = [P] extends [never] ? unknown : P

/**
 * The argument of a step: may be left out when the set-up has every default of `All`.
 * @example
 * const subscribe = (...[options]: OptionalIf<'listId', 'listId', { listId?: string }>) => options?.listId
 */
export type OptionalIf<All, Have, Arg> = [All] extends [Have] ? [options?: Arg] : [options: Arg]

/**
 * The options of a subscription: what the set-up has no default for is required.
 * @example const options: SubscribeOptions<Setup, readonly ['email']> = { listId: 'XUepkK', consent: ['email'] }
 */
export type SubscribeOptions<S extends Setup, C> = ('listId' extends S['defaults']
  ? { listId?: string }
  : { listId: string }) &
  ('consent' extends S['defaults'] ? { consent?: C } : { consent: C })
