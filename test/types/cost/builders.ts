// A program of ordinary size: each builder, with each of its steps.
import { createKlaviyo } from '@rudder-klaviyo/sdk'

interface Member {
  email: string
  tier: number
  address: { city: string; country: string }
}
declare const member: Member
declare const condition: boolean

const klaviyo = createKlaviyo({ apiKey: 'pk', listId: 'XUepkK', consent: ['email'] })

export const done = [
  klaviyo.identify({ userId: 'u' }).traits({ firstName: 'Alex', lastName: 'B', city: 'Berlin' }).send(),
  klaviyo.identify().traits(member).subscribe().send(),
  klaviyo
    .identify({ email: 'a@b.co', phone: '+1' })
    .subscribe({ consent: ['email', 'sms'] })
    .send(),
  klaviyo.identify({ email: 'a@b.co' }).unsubscribe().send(),
  klaviyo.identify({ userId: 'u' }).context({ ip: '203.0.113.7' }).timestamp(new Date()).messageId('m').send(),
  klaviyo
    .identify({ userId: 'u' })
    .patchProperties({ append: { tags: 'vip' }, unset: ['old'] })
    .send(),
  klaviyo.track('Order').user({ email: 'a@b.co' }).properties({ orderId: 'A-1' }).revenue(30, 'USD').send(),
  klaviyo.track('Viewed').user({ userId: 'u' }).traits({ plan: 'pro' }).properties({ sku: 'S', count: 2 }).send(),
  klaviyo
    .group('XUepkK')
    .user({ email: 'a@b.co' })
    .subscribe({ consent: ['email'], customSource: 'Checkout' })
    .send(),
  klaviyo.group('XUepkK').user({ phone: '+1' }).unsubscribe().send(),
  klaviyo.screen('Cart').user({ userId: 'u' }).properties({ step: 2 }).send(),
]
const shared = klaviyo.identify({ email: 'a@b.co' }).traits({ firstName: 'Alex' })
export const branched = [
  shared.$if(condition, (b) => b.subscribe()).send(),
  shared
    .$if(condition, (b) => b.traits({ vip: true }).subscribe())
    .$if(condition, (b) => b.unsubscribe())
    .send(),
  shared.$call((b) => b.context({ ip: '203.0.113.7' })).plan(),
  klaviyo.send([shared, shared.toEvent(), klaviyo.track('Order').user({ userId: 'u' })]),
]
