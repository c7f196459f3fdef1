// oxlint-disable typescript/no-floating-promises -- nothing here runs: it is compiled
/** Uses that must compile. The comment says what is shown, no two the same. */
import { createKlaviyo, defineTrackingPlan, EventInvalidError, KlaviyoError, type EventBuilder, type RudderEvent } from '@rudder-klaviyo/sdk'
import { bare, consenting, email, klaviyo, listed, newest, phone, planned, trackingPlan, warned } from './setup.ts'

declare const maybe: string | undefined
declare const condition: boolean
declare const raw: unknown
declare const typed: RudderEvent
declare const channels: ('email' | 'sms')[]
declare const stream: AsyncIterable<unknown>
interface Member {
  email: string
  tier: number
}
interface Order {
  orderId: string
  lines: { sku: string; count: number }[]
}
declare const member: Member
declare const order: Order

// identify, by each identifier alone
klaviyo.identify({ userId: 'u' }).send()
// identify, by an anonymous visitor where the revision has them
klaviyo.identify({ anonymousId: 'a' }).send()
// identify, by an email
newest.identify({ email }).send()
// identify, by a phone
newest.identify({ phone }).send()
// identify, by the exchange id
newest.identify({ _kx: 'k' }).send()
// identify, by the profile id
newest.identify({ klaviyoProfileId: '01H' }).send()
// identify, by a number
klaviyo.identify({ userId: 42 }).send()
// identify, by an anonymous visitor who is known otherwise too
newest.identify({ anonymousId: 'a', userId: 'u' }).send()
// identify, an optional identifier beside a certain one
klaviyo.identify({ userId: 'u', email: maybe }).send()
// identify, by what a later step says
klaviyo.identify().traits({ firstName: 'Alex' }).user({ email }).send()
// identify, by the traits
klaviyo.identify().traits({ phone, firstName: 'Alex' }).send()
// identify, traits by an interface of the caller
klaviyo.identify().traits(member).send()
// identify, traits that the mapping does not know
klaviyo.identify({ userId: 'u' }).traits({ tags: ['a'], nested: { b: 1 }, vip: true, seen: new Date() }).send()
// identify, an address
klaviyo.identify({ userId: 'u' }).traits({ address: { street: '1 Main St', zip: 24103 } }).send()
// identify, a trait that may be undefined
klaviyo.identify({ userId: 'u' }).traits({ firstName: maybe, image: maybe }).send()
// identify, subscribe by defaults
klaviyo.identify({ email }).subscribe().send()
// identify, subscribe with both said
bare.identify({ email, phone }).subscribe({ listId: 'XUepkK', consent: ['email', 'sms'] }).send()
// identify, subscribe with the one that has no default
listed.identify({ email }).subscribe({ consent: ['email'] }).send()
// identify, subscribe with the other that has no default
consenting.identify({ email }).subscribe({ listId: 'XUepkK' }).send()
// identify, the identifier of a channel given later
klaviyo.identify({ userId: 'u' }).subscribe({ consent: ['sms'] }).traits({ phone }).send()
// identify, channels that are known at run time only
klaviyo.identify({ userId: 'u' }).subscribe({ consent: channels }).send()
// identify, no channel at all
klaviyo.identify({ userId: 'u' }).subscribe({ consent: [] }).send()
// identify, unsubscribe
bare.identify({ phone }).unsubscribe({ listId: 'XUepkK' }).send()
// identify, a change of custom properties
klaviyo.identify({ userId: 'u' }).patchProperties({ append: { tags: 'vip' }, unappend: { tags: ['old'] }, unset: ['x'] }).send()
// context, timestamp and messageId, in any order
klaviyo.identify({ userId: 'u' }).messageId('m').context({ ip: '203.0.113.7', location: { latitude: 1 } }).timestamp(new Date()).send()
// timestamp, a text
klaviyo.identify({ userId: 'u' }).timestamp('2026-01-01T00:00:00Z').plan()
// track, all of its steps
klaviyo.track('Order').user({ userId: 'u' }).traits({ email }).properties(order).revenue(30, 'USD').patchProperties({}).send()
// track, no properties
klaviyo.track('Order').user({ email }).send()
// track, a name that is known at run time only
klaviyo.track(String(maybe)).user({ email }).send()
// group, a member with an email
klaviyo.group('XUepkK').user({ email }).subscribe({ customSource: 'Checkout' }).send()
// group, a list that is a number
klaviyo.group(7).user({ email }).subscribe().send()
// group, a member who is looked up
bare.group('XUepkK').user({ userId: 'u' }).subscribe({ consent: ['email', 'sms'] }).send()
// group, unsubscribe
bare.group('XUepkK').user({ phone }).unsubscribe().send()
// screen
klaviyo.screen('Cart').user({ userId: 'u' }).traits({ city: 'Berlin' }).properties({ step: 2 }).context({}).send()
// $if, a condition for one step
klaviyo.identify({ email }).$if(condition, (b) => b.subscribe()).send()
// $if, a branch in a branch
klaviyo.identify({ email }).$if(condition, (b) => b.$if(condition, (c) => c.unsubscribe())).send()
// $call, a step that several builders share
const located = klaviyo.track('Order').user({ userId: 'u' }).$call((b) => b.context({ ip: '203.0.113.7' }))
// $call, anything else
const id: string | undefined = located.$call((b) => b.toEvent().messageId)
// toEvent, the type of its own event
const name: string = located.toEvent().event
// tracking plan, all that it requires
planned.track('Order Completed').user({ userId: 'u' }).properties(order).plan()
// tracking plan, properties that may all be left out
planned.track('Signed Up').user({ userId: 'u' }).send()
// tracking plan, its traits, with one that identifies
planned.identify().traits({ email, plan: 'pro' }).send()
// tracking plan, a name outside of it where that is allowed
warned.track('Anything').user({ userId: 'u' }).properties({ a: 1 }).send()
// tracking plan, the only event
createKlaviyo({ trackingPlan: defineTrackingPlan({ events: {}, unplanned: 'allow' }) }).track('x').user({ email }).plan()
// tracking plan, in reach
const names: readonly string[] = Object.keys(trackingPlan.events)
// plan, a raw value
klaviyo.plan(raw)
// plan, any JSON
klaviyo.plan(JSON.parse('{}'))
// plan, an event of any type
klaviyo.plan(typed)
// plan, a typed event
klaviyo.plan({ type: 'track', event: 'Order', userId: 'u', properties: order })
// plan, a builder
klaviyo.plan(klaviyo.track('Order').user({ email }))
// explain, an event with its values
klaviyo.explain(typed, { values: true }).fields.map(({ to, source }) => `${to} ${source ?? ''}`)
// send, all kinds at once
klaviyo.send([located, located.toEvent(), klaviyo.identify({ userId: 'u' })])
// send, raw values
klaviyo.send([raw])
// send, with a signal and a time
klaviyo.send([typed], { signal: AbortSignal.timeout(1_000), timeoutMs: 500 })
// sendAll, a stream
klaviyo.sendAll(stream, { onSettled: async ({ status }) => console.log(status), onProgress: ({ retryCount }) => console.log(retryCount) })
// settlements, told apart by their status
klaviyo.send([typed]).then((all) => all.map((one) => (one.status === 'retry' ? one.retryAfterMs : one.status === 'rejected' ? one.error.message : one.warnings)))
// errors, told apart by their class
klaviyo.identify({ userId: 'u' }).send().catch((error: unknown) => (error instanceof EventInvalidError ? error.issues : error instanceof KlaviyoError ? error.code : []))
// options, keys from functions
createKlaviyo({ apiKey: () => 'pk' }).identify({ email }).plan()
// options, a token from a promise
createKlaviyo({ accessToken: async () => Promise.resolve('token'), logger: console, fetch: globalThis.fetch }).identify({ email }).plan()
// options, hooks
createKlaviyo({ transformEvent: (event) => event, transformPlan: (plan) => plan, events: { deny: ['Ping'] } }).plan(raw)
// client, a typed call
klaviyo.client.GET('/api/lists').then(({ data, error }) => (error === undefined ? data?.data.length : error.status))
// client, a path with a parameter
newest.client.GET('/api/lists/{id}', { params: { path: { id: 'XUepkK' } } })
// client, a document of one's own
klaviyo.clientFor<{ '/api/coupons': unknown }>().POST('/api/coupons', { body: {} })
// paginate, by loop and by list
const lists: Promise<{ id: string }[]> = klaviyo.paginate<{ id: string }>('/api/lists').toArray({ limit: 10 })
// types, a function over any builder
const stamped = <B extends EventBuilder<'track', never, never, never, object>>(builder: B) => builder.timestamp(new Date())
export { id, lists, name, names, stamped }
