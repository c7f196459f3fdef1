import { builder } from '../builder.ts'
import { ConsentChannel } from './consent-channel.ts'
import { ContextInput } from './context-input.ts'
import { TraitsInput } from './traits-input.ts'

/** A decision of somebody about a list. Needs an email, a phone, a userId or a klaviyoProfileId; an unsubscription needs an email or a phone. */
export const GroupInput = builder.inputType('GroupInput', {
  description:
    'A decision of somebody about a list. Needs an email, a phone, a userId or a klaviyoProfileId; an unsubscription needs an email or a phone.',
  fields: (t) => ({
    messageId: t.id({
      description:
        'Makes it safe to send again: one messageId is taken once. Default: a new one, given back in the result.',
    }),
    userId: t.id({ description: 'Your id of the person.' }),
    anonymousId: t.id({ description: 'The id of a visitor who is not known yet. Alone it is not enough here.' }),
    klaviyoProfileId: t.id({ description: 'The id of the Klaviyo profile, if you know it.' }),
    timestamp: t.field({ type: 'DateTime', description: 'When the person decided. Default: now.' }),
    groupId: t.id({ description: 'The id of the Klaviyo list, for example `XUepkK`.', required: true }),
    subscribe: t.boolean({
      description:
        '`true` subscribes, `false` unsubscribes. No default: nobody is subscribed by leaving something out.',
      required: true,
    }),
    consent: t.field({
      type: [ConsentChannel],
      description:
        'The channels to subscribe. Default: those of the account. An unsubscription ignores it: it takes every channel.',
    }),
    customSource: t.string({
      description: 'Where the person subscribed, for example `Checkout`. Klaviyo: `custom_source`.',
    }),
    traits: t.field({
      type: TraitsInput,
      description:
        'The traits of the person (`context.traits` of a RudderStack group event): email and phone. Others are not sent: use `identify`.',
    }),
    context: t.field({ type: ContextInput, description: 'Where the person was.' }),
  }),
})
