// oxlint-disable typescript/no-floating-promises -- nothing here runs: it is compiled, and what is refused stands as a caller may write it
/** The tour of the surface: what compiles, and what does not, with the words that the compiler prints. `uses.test.ts` compiles it. */
import { createKlaviyo, defineTrackingPlan, EventInvalidError, KlaviyoApiError, type StandardSchema } from '@rudder-klaviyo/sdk'

declare const schema: <T>() => StandardSchema<T>
declare const raw: unknown
declare const maybe: string | undefined
declare const channels: ('email' | 'sms')[]
declare const consented: boolean
interface Member { email: string; tier: number }
interface Order { orderId: string; items: string[] }
declare const member: Member
declare const bought: Order

const klaviyo = createKlaviyo({ apiKey: 'pk', listId: 'XUepkK', consent: ['email'] })
const bare = createKlaviyo()

// identify
await klaviyo.identify({ userId: '1hKOmRA4el9Z' }).traits({ email: 'alex@example.com', firstName: 'Alex', Flagged: false }).send()
await klaviyo.identify().user({ email: 'alex@example.com' }).subscribe().send()
await klaviyo.identify({ userId: 'u', phone: '+12345578900' }).subscribe({ listId: 'XUepkK', consent: ['sms'] }).send()
await klaviyo.identify({ userId: 'u' }).subscribe({ consent: ['sms'] }).traits({ phone: '+12345578900' }).send() // order does not matter
await klaviyo.identify({ userId: 'u' }).subscribe({ consent: channels }).send() // not known here: checked at run time
await klaviyo.identify({ anonymousId: 'a' }).patchProperties({ unset: ['Residence'] }).send()
await klaviyo.identify({ email: 'alex@example.com' }).unsubscribe().send()
await klaviyo.identify().traits(member).send() // an interface fits, and its email counts
// @ts-expect-error identify needs a person: call .user({ userId }), or give an email …
klaviyo.identify().traits({ firstName: 'Alex' }).send()
// @ts-expect-error identify needs a person … (a value that may be undefined does not count)
klaviyo.identify({ email: maybe }).toEvent()
// @ts-expect-error Type '"alex@example.com"' is not assignable to type '"'emial' is not an identifier: userId, anonymousId, …"'
klaviyo.identify({ userId: 'u', emial: 'alex@example.com' })
// @ts-expect-error Consent 'sms' needs a phone: add .user({ phone }) …
klaviyo.identify({ userId: 'u', email: 'alex@example.com' }).subscribe({ consent: ['email', 'sms'] }).send()
// @ts-expect-error .unsubscribe() needs an email or a phone …
klaviyo.identify({ userId: 'u' }).unsubscribe().plan()
// @ts-expect-error Property 'listId' is missing
bare.identify({ email: 'alex@example.com' }).subscribe({ consent: ['email'] })
// @ts-expect-error Type '"push"' is not assignable to type 'Consent'
klaviyo.identify({ userId: 'u' }).subscribe({ consent: ['push'] })
// @ts-expect-error Revision 2026-07-15 knows no anonymousId …
createKlaviyo({ revision: '2026-07-15' }).identify({ anonymousId: 'a' }).send()

// track
const order = klaviyo.track('Order Completed').user({ email: 'alex@example.com' }).properties({ orderId: 'A-1' }).revenue(30, 'USD')
const event = order.toEvent()
klaviyo.track('Order Completed').user(order.$call(() => ({ userId: 'u' }))).properties(bought).plan()
// @ts-expect-error track needs a person …
klaviyo.track('Order Completed').revenue(30, 'USD').send()

// group
await klaviyo.group('XUepkK').user({ email: 'alex@example.com' }).subscribe({ consent: ['email'], customSource: 'Checkout' }).send()
await klaviyo.group('XUepkK').user({ userId: 'u' }).subscribe({ consent: ['sms'] }).send() // the phone is looked up before the call
await klaviyo.group('XUepkK').user({ phone: '+12345578900' }).unsubscribe().send()
// @ts-expect-error Expected 1 arguments, but got 0
klaviyo.group()
// @ts-expect-error group needs a member …
klaviyo.group('XUepkK').subscribe().send()
// @ts-expect-error group needs a decision: call .subscribe({ consent: [...] }) or .unsubscribe()
klaviyo.group('XUepkK').user({ email: 'alex@example.com' }).send()
// @ts-expect-error Consent 'sms' needs a phone …
klaviyo.group('XUepkK').user({ email: 'alex@example.com' }).subscribe({ consent: ['sms'] }).send()
// @ts-expect-error .unsubscribe() needs an email or a phone …
klaviyo.group('XUepkK').user({ userId: 'u' }).unsubscribe().send()

// $if: what it adds does not count as given, what it asks for counts as needed
await klaviyo.identify({ email: 'alex@example.com' }).$if(consented, (b) => b.subscribe({ consent: ['email'] })).send()
// @ts-expect-error identify needs a person …
klaviyo.identify().$if(consented, (b) => b.user({ userId: 'u' })).send()
// @ts-expect-error Consent 'sms' needs a phone …
klaviyo.identify({ userId: 'u' }).$if(consented, (b) => b.subscribe({ consent: ['sms'] })).send()
// @ts-expect-error group needs a decision …
klaviyo.group('XUepkK').user({ email: 'a@b.co' }).$if(consented, (b) => b.subscribe({ consent: ['email'] })).send()

// tracking plan
const trackingPlan = defineTrackingPlan({
  traits: schema<{ email?: string; plan?: 'free' | 'pro' }>(),
  events: { 'Order Completed': schema<{ orderId: string; items?: number }>(), 'Signed Up': schema<{ via?: string }>() },
})
const planned = createKlaviyo({ trackingPlan })
planned.track('Order Completed').user({ userId: 'u' }).properties({ orderId: 'A-1' }).plan()
planned.track('Signed Up').user({ userId: 'u' }).$if(consented, (b) => b.properties({ via: 'ad' })).plan()
// @ts-expect-error Argument of type '"Order Complete"' is not assignable to parameter of type '"Order Completed" | "Signed Up"'
planned.track('Order Complete')
// @ts-expect-error Type 'number' is not assignable to type 'string'
planned.track('Order Completed').properties({ orderId: 7 })
// @ts-expect-error 'ordreId' does not exist in type … Did you mean to write 'orderId'?
planned.track('Order Completed').properties({ orderId: 'A-1', ordreId: 'A-1' })
// @ts-expect-error The tracking plan requires properties of this event …
planned.track('Order Completed').user({ userId: 'u' }).send()
// @ts-expect-error Type '"gold"' is not assignable to type '"free" | "pro"'
planned.identify({ userId: 'u' }).traits({ plan: 'gold' })
createKlaviyo({ trackingPlan: defineTrackingPlan({ events: {}, unplanned: 'warn' }) }).track('Anything').user({ userId: 'u' }).plan()

// createKlaviyo
// @ts-expect-error 'lsitId' does not exist in type … Did you mean to write 'listId'?
createKlaviyo({ apiKey: 'pk', lsitId: 'XUepkK' })
// @ts-expect-error Type '"2024-06-16"' is not assignable to type 'Revision
createKlaviyo({ revision: '2024-06-16' })

// plan, explain, send
klaviyo.plan(raw)
klaviyo.plan(JSON.parse('{}'))
klaviyo.plan({ type: 'track', event: 'Signed Up', userId: 'u' })
klaviyo.explain(event, { values: true }).issues.map((issue) => `${issue.path}: ${issue.message}`)
// @ts-expect-error Property 'event' is missing
klaviyo.plan({ type: 'track', userId: 'u' })
// @ts-expect-error Type '"trak"' is not assignable to type … Did you mean '"track"'?
klaviyo.plan({ type: 'trak', event: 'Signed Up', userId: 'u' })
for (const done of await klaviyo.send([order, event, klaviyo.identify({ userId: 'u' })])) {
  if (done.status === 'rejected' && done.error instanceof EventInvalidError) console.log(done.messageId, done.error.issues)
  if (done.status === 'retry') console.log(done.retryAfterMs)
}
await klaviyo.send([raw])
// @ts-expect-error … is not assignable to type '"identify needs a person …"'
klaviyo.send([klaviyo.identify()])

try {
  await order.send({ signal: AbortSignal.timeout(5_000) })
} catch (error) {
  if (error instanceof KlaviyoApiError && error.retryable) console.log(error.status, error.retryAfterMs)
}
const names = await klaviyo.paginate<{ id: string }>('/api/lists').toArray({ limit: 100 })
klaviyo.clientFor<{ '/api/coupons': unknown }>().GET('/api/coupons')
// @ts-expect-error Argument of type '"/api/list"' is not assignable
klaviyo.client.GET('/api/list')
export { names }
