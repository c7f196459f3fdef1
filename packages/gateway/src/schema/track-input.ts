import { builder } from '../builder.ts'
import { ContextInput } from './context-input.ts'
import { PatchPropertiesInput } from './patch-properties-input.ts'
import { TraitsInput } from './traits-input.ts'

/** Something that somebody did. At least one usable identifier, as in `IdentifyInput`. */
export const TrackInput = builder.inputType('TrackInput', {
  description: 'Something that somebody did. At least one usable identifier, as in `IdentifyInput`.',
  fields: (t) => ({
    messageId: t.id({
      description:
        'Makes it safe to send again: one messageId is taken once. Default: a new one, given back in the result.',
    }),
    userId: t.id({ description: 'Your id of the person. Klaviyo: `external_id`.' }),
    anonymousId: t.id({
      description: 'The id of a visitor who is not known yet. Klaviyo: `anonymous_id`, in revision 2024-06-15 only.',
    }),
    klaviyoProfileId: t.id({ description: 'The id of the Klaviyo profile, if you know it.' }),
    timestamp: t.field({ type: 'DateTime', description: 'When it happened. Default: now.' }),
    event: t.string({
      description: 'The name, for example `Order Completed`; at most 127 characters. Klaviyo: the metric.',
      required: true,
    }),
    properties: t.field({
      type: 'JSONObject',
      description:
        'Anything about the event. `email`, `phone`, `revenue`, `total`, `value`, `value_currency` and `currency` at the top level are read, not kept.',
    }),
    revenue: t.float({
      description: 'What it was worth, in units of the currency. Wins over `properties.revenue`. Klaviyo: `value`.',
    }),
    currency: t.field({
      type: 'CurrencyCode',
      description:
        'The currency of `revenue`. Wins over `properties.currency`. Default: the currency of the Klaviyo account.',
    }),
    traits: t.field({ type: TraitsInput, description: 'What is known about the person.' }),
    patchProperties: t.field({
      type: PatchPropertiesInput,
      description: 'Change custom properties of the person in other ways than setting them.',
    }),
    context: t.field({ type: ContextInput, description: 'Where the person was.' }),
  }),
})
