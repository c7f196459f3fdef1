import { builder } from '../builder.ts'
import { ContextInput } from './context-input.ts'
import { TraitsInput } from './traits-input.ts'

/** A screen view. At least one usable identifier, as in `IdentifyInput`. */
export const ScreenInput = builder.inputType('ScreenInput', {
  description: 'A screen view. At least one usable identifier, as in `IdentifyInput`.',
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
    name: t.string({
      description: 'The name of the screen; at most 127 characters. Klaviyo: the metric.',
      required: true,
    }),
    properties: t.field({ type: 'JSONObject', description: 'Anything about the view, as in `TrackInput`.' }),
    traits: t.field({ type: TraitsInput, description: 'What is known about the person.' }),
    context: t.field({ type: ContextInput, description: 'Where the person was.' }),
  }),
})
