// oxlint-disable typescript/no-floating-promises, typescript/no-unsafe-call, typescript/no-unsafe-return -- nothing here runs: it is compiled
/**
 * Uses that must not compile. The first comment is the reason, no two the same; the second has the words that the compiler
 * has to print: `…` stands for anything between. `uses.test.ts` compiles it without the comments.
 */
import { createKlaviyo, defineTrackingPlan, type Delivered, type Settlement } from '@rudder-klaviyo/sdk'
import { bare, consenting, email, klaviyo, listed, newest, phone, planned, warned } from './setup.ts'

declare const maybe: string | undefined
declare const condition: boolean
declare const settlement: Settlement

// identify, nobody
// @ts-expect-error identify needs a person: call .user({ userId }), or give an email, a phone, an anonymousId, a _kx or a klaviyoProfileId
klaviyo.identify().send()
// identify, an optional identifier
// @ts-expect-error identify needs a person … (a value that may be undefined does not count)
klaviyo.identify({ userId: maybe }).plan()
// identify, traits that identify nobody
// @ts-expect-error identify needs a person: call .user({ userId })
klaviyo.identify().traits({ firstName: 'Alex', city: 'Berlin' }).toEvent()
// identify, an optional identifier among the traits
// @ts-expect-error identify needs a person: call .user({ userId })
klaviyo.identify().traits({ email: maybe }).plan()
// identify, a key that is no identifier
// @ts-expect-error 'mail' does not exist in type … Did you mean to write 'email'?
klaviyo.identify({ mail: email })
// user, a key that is no identifier
// @ts-expect-error '"'name' is not an identifier: userId, anonymousId, email, phone, _kx or klaviyoProfileId"'
klaviyo.track('Order').user({ userId: 'u', name: 'Alex' })
// identify, an identifier of another type
// @ts-expect-error Type 'true' is not assignable to type 'Text'
klaviyo.identify({ userId: true })
// identify, a trait of another type
// @ts-expect-error Type 'true' is not assignable to type 'Text'
klaviyo.identify({ userId: 'u' }).traits({ firstName: true })
// identify, an address that is a text
// @ts-expect-error Type 'string' has no properties in common with type 'Address'
klaviyo.identify({ userId: 'u' }).traits({ address: '1 Main St' })
// identify, sms without a phone
// @ts-expect-error Consent 'sms' needs a phone: add .user({ phone }), or leave 'sms' out of .subscribe().
klaviyo.identify({ email }).subscribe({ consent: ['sms'] }).send()
// identify, email without an email
// @ts-expect-error Consent 'email' needs an email: add .user({ email }), or leave 'email' out of .subscribe().
klaviyo.identify({ phone }).subscribe({ consent: ['email'] }).send()
// identify, one of two channels without its identifier
// @ts-expect-error Consent 'email' needs an email
klaviyo.identify({ phone }).subscribe({ consent: ['sms', 'email'] }).plan()
// identify, subscribe without a list anywhere
// @ts-expect-error Property 'listId' is missing
consenting.identify({ email }).subscribe({ consent: ['email'] })
// identify, subscribe without a consent anywhere
// @ts-expect-error Property 'consent' is missing
listed.identify({ email }).subscribe({ listId: 'XUepkK' })
// identify, subscribe without its argument and without defaults
// @ts-expect-error Expected 1 arguments, but got 0
bare.identify({ email }).subscribe()
// identify, an unknown channel
// @ts-expect-error Type '"whatsapp"' is not assignable to type 'Consent'
klaviyo.identify({ email }).subscribe({ consent: ['whatsapp'] })
// identify, a channel that is not in a list
// @ts-expect-error Type 'string' is not assignable to type 'readonly Consent[]'
klaviyo.identify({ email }).subscribe({ consent: 'email' })
// identify, a misspelt option of subscribe
// @ts-expect-error 'listID' does not exist in type … Did you mean to write 'listId'?
klaviyo.identify({ email }).subscribe({ listID: 'XUepkK' })
// identify, unsubscribe without email and phone
// @ts-expect-error .unsubscribe() needs an email or a phone: Klaviyo takes no other identifier for it.
klaviyo.identify({ anonymousId: 'a' }).unsubscribe().send()
// identify, unsubscribe without a list anywhere
// @ts-expect-error Expected 1 arguments, but got 0
consenting.identify({ email }).unsubscribe()
// identify, an anonymous visitor in a revision without them
// @ts-expect-error Revision 2026-07-15 knows no anonymousId: add a userId, an email or a phone with .user().
newest.identify({ anonymousId: 'a' }).plan()
// identify, no step of another builder
// @ts-expect-error Property 'properties' does not exist on type 'IdentifyBuilder
klaviyo.identify({ userId: 'u' }).properties({ a: 1 })
// identify, a list of fields that is no list
// @ts-expect-error Type 'string' is not assignable to type 'readonly string[]'
klaviyo.identify({ userId: 'u' }).patchProperties({ unset: 'old' })
// identify, a change that Klaviyo does not have
// @ts-expect-error 'remove' does not exist in type 'PatchProperties'
klaviyo.identify({ userId: 'u' }).patchProperties({ remove: ['old'] })
// identify, a value to append that is no JSON
// @ts-expect-error Type 'Date' is not assignable to type 'Json | undefined'
klaviyo.identify({ userId: 'u' }).patchProperties({ append: { seen: new Date() } })
// context, a key that has no place
// @ts-expect-error 'userAgent' does not exist in type 'Pick<Context, "ip" | "location">'
klaviyo.identify({ userId: 'u' }).context({ userAgent: 'x' })
// timestamp, a number
// @ts-expect-error Argument of type 'number' is not assignable to parameter of type 'string | Date'
klaviyo.identify({ userId: 'u' }).timestamp(0)
// messageId, a number
// @ts-expect-error Argument of type 'number' is not assignable to parameter of type 'string'
klaviyo.identify({ userId: 'u' }).messageId(7)
// track, no name
// @ts-expect-error Expected 1 arguments, but got 0
klaviyo.track()
// track, nobody
// @ts-expect-error track needs a person: call .user({ userId })
klaviyo.track('Order').properties({ email }).plan()
// track, properties that are no object
// @ts-expect-error Argument of type 'string' is not assignable to parameter of type 'object'
klaviyo.track('Order').properties('A-1')
// track, a value that is a text
// @ts-expect-error Argument of type 'string' is not assignable to parameter of type 'number'
klaviyo.track('Order').revenue('30')
// track, an anonymous visitor in a revision without them
// @ts-expect-error Revision 2026-07-15 knows no anonymousId
newest.track('Order').user({ anonymousId: 'a' }).send()
// track, no consent
// @ts-expect-error Property 'subscribe' does not exist on type 'TrackBuilder
klaviyo.track('Order').user({ email }).subscribe()
// group, no list
// @ts-expect-error Expected 1 arguments, but got 0
klaviyo.group()
// group, a list of another type
// @ts-expect-error Argument of type 'undefined' is not assignable to parameter of type 'string | number'
klaviyo.group(undefined)
// group, no member
// @ts-expect-error group needs a member: call .user({ email }), or give a phone, a userId or a klaviyoProfileId
klaviyo.group('XUepkK').subscribe().send()
// group, a member whom Klaviyo cannot look up
// @ts-expect-error group needs a member: call .user({ email })
klaviyo.group('XUepkK').user({ anonymousId: 'a', _kx: 'k' }).subscribe().plan()
// group, no decision
// @ts-expect-error group needs a decision: call .subscribe({ consent: [...] }) or .unsubscribe().
klaviyo.group('XUepkK').user({ phone }).toEvent()
// group, subscribe without a consent anywhere
// @ts-expect-error Expected 1 arguments, but got 0
bare.group('XUepkK').user({ email }).subscribe()
// group, a list beside that of the group
// @ts-expect-error 'listId' does not exist in type
klaviyo.group('XUepkK').user({ email }).subscribe({ listId: 'Other' })
// group, a channel without its identifier
// @ts-expect-error Consent 'email' needs an email: add .user({ email })
klaviyo.group('XUepkK').user({ phone }).subscribe({ consent: ['email'] }).send()
// group, unsubscribe of somebody without email and phone
// @ts-expect-error .unsubscribe() needs an email or a phone
klaviyo.group('XUepkK').user({ klaviyoProfileId: '01H' }).unsubscribe().plan()
// group, traits of the member
// @ts-expect-error Property 'traits' does not exist on type 'GroupBuilder
klaviyo.group('XUepkK').user({ email }).traits({ firstName: 'Alex' })
// screen, no name
// @ts-expect-error Expected 1 arguments, but got 0
klaviyo.screen()
// screen, nobody
// @ts-expect-error screen needs a person: call .user({ userId })
klaviyo.screen('Cart').send()
// screen, no value
// @ts-expect-error Property 'revenue' does not exist on type 'ScreenBuilder
klaviyo.screen('Cart').revenue(30)
// $if, what a branch gives is not given for certain
// @ts-expect-error track needs a person
klaviyo.track('Order').$if(condition, (b) => b.user({ email })).send()
// $if, what a branch asks for is needed
// @ts-expect-error .unsubscribe() needs an email or a phone
klaviyo.identify({ userId: 'u' }).$if(condition, (b) => b.unsubscribe()).send()
// $if, a branch of another kind
// @ts-expect-error Type '"track"' is not assignable to type '"identify"'
klaviyo.identify({ userId: 'u' }).$if(condition, () => klaviyo.track('Order'))
// $if, a condition that is no boolean
// @ts-expect-error is not assignable to parameter of type 'boolean'
klaviyo.identify({ userId: 'u' }).$if(maybe, (b) => b)
// tracking plan, a name that is not in it
// @ts-expect-error Argument of type '"Signed up"' is not assignable to parameter of type '"Order Completed" | "Signed Up"'
planned.track('Signed up')
// tracking plan, required properties that are not given
// @ts-expect-error The tracking plan requires properties of this event: call .properties({ ... }).
planned.track('Order Completed').user({ email }).plan()
// tracking plan, required properties given in a branch only
// @ts-expect-error The tracking plan requires properties of this event
planned.track('Order Completed').user({ email }).$if(condition, (b) => b.properties({ orderId: 'A-1' })).plan()
// tracking plan, a required property that is missing
// @ts-expect-error Property 'orderId' is missing
planned.track('Order Completed').properties({ lines: [] })
// tracking plan, a property deep inside
// @ts-expect-error Type 'string' is not assignable to type 'number'
planned.track('Order Completed').properties({ orderId: 'A-1', lines: [{ sku: 'S', count: '2' }] })
// tracking plan, a trait of another value
// @ts-expect-error Type '"gold"' is not assignable to type '"free" | "pro"'
planned.identify({ userId: 'u' }).traits({ plan: 'gold' })
// tracking plan, properties of a planned name where others are allowed
// @ts-expect-error Type 'number' is not assignable to type 'string'
warned.track('Signed Up').properties({ via: 7 })
// tracking plan, something that is no schema
// @ts-expect-error Property ''~standard'' is missing
defineTrackingPlan({ events: { 'Signed Up': {} } })
// tracking plan, an unknown rule
// @ts-expect-error Type '"ignore"' is not assignable to type
defineTrackingPlan({ events: {}, unplanned: 'ignore' })
// options, a misspelt name
// @ts-expect-error 'apikey' does not exist in type … Did you mean to write 'apiKey'?
createKlaviyo({ apikey: 'pk' })
// options, an unknown revision
// @ts-expect-error Type '"2025-01-01"' is not assignable to type 'Revision
createKlaviyo({ revision: '2025-01-01' })
// options, a default channel that does not exist
// @ts-expect-error Type '"push"' is not assignable to type 'Consent'
createKlaviyo({ consent: ['push'] })
// options, a hook that gives back nothing
// @ts-expect-error Type 'void' is not assignable to type 'RudderEvent'
createKlaviyo({ transformEvent: () => {} })
// plan, a typed event without its name
// @ts-expect-error Property 'event' is missing
klaviyo.plan({ type: 'track', userId: 'u' })
// plan, a typed group event without its decision
// @ts-expect-error Property 'traits' is missing
klaviyo.plan({ type: 'group', groupId: 'XUepkK', userId: 'u' })
// plan, an unknown type
// @ts-expect-error Type '"page"' is not assignable to type
klaviyo.plan({ type: 'page', userId: 'u' })
// plan, a builder that is not ready
// @ts-expect-error is not assignable to parameter of type '"track needs a person
klaviyo.plan(klaviyo.track('Order'))
// send, one event that is in no list
// @ts-expect-error IdentifyBuilder … 'readonly unknown[]'
klaviyo.send(klaviyo.identify({ userId: 'u' }))
// send, a builder among others that is not ready
// @ts-expect-error is not assignable to type '"group needs a decision
klaviyo.send([klaviyo.group('XUepkK').user({ email })])
// explain, an option that does not exist
// @ts-expect-error 'value' does not exist in type 'ExplainOptions'. Did you mean to write 'values'?
klaviyo.explain({ type: 'identify', userId: 'u' }, { value: true })
// settlement, an error before the status was asked
// @ts-expect-error Property 'error' does not exist on type
console.log(settlement.error)
// send, the error of what was delivered
// @ts-expect-error Property 'error' does not exist on type 'Delivered'
klaviyo.identify({ userId: 'u' }).send().then((done: Delivered) => done.error)
// client, a path that does not exist
// @ts-expect-error Argument of type '"/api/list"' is not assignable to parameter of type
klaviyo.client.GET('/api/list')
// client, a method that the path does not have
// @ts-expect-error Argument of type '"/api/profile-import"' is not assignable to parameter of type
klaviyo.client.GET('/api/profile-import')
// client, a required body that is missing
// @ts-expect-error Expected 2 arguments, but got 1
klaviyo.client.POST('/api/profile-import')
// client, a path parameter that is missing
// @ts-expect-error Expected 2 arguments, but got 1
klaviyo.client.GET('/api/lists/{id}')
// paginate, a path that is no list of the document
// @ts-expect-error Argument of type '"/api/list"' is not assignable to parameter of type
klaviyo.paginate('/api/list')
// paginate, all of them without a limit
// @ts-expect-error Expected 1 arguments, but got 0
klaviyo.paginate('/api/lists').toArray()
