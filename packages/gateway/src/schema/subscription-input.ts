import { builder } from '../builder.ts'
import { ConsentChannel } from './consent-channel.ts'

/** A change of consent. */
export const SubscriptionInput = builder.inputType('SubscriptionInput', {
  description: 'A change of consent.',
  fields: (t) => ({
    subscribe: t.boolean({
      description:
        '`true` subscribes, `false` unsubscribes from every channel. An unsubscription needs an email or a phone.',
      required: true,
    }),
    listId: t.id({ description: 'The Klaviyo list. Default: the list of the account.' }),
    consent: t.field({
      type: [ConsentChannel],
      description: 'The channels to subscribe. Default: those of the account. `[]` subscribes nobody.',
    }),
  }),
})
