import { builder } from '../builder.ts'
import { ContextInput } from './context-input.ts'
import { PatchPropertiesInput } from './patch-properties-input.ts'
import { SubscriptionInput } from './subscription-input.ts'
import { TraitsInput } from './traits-input.ts'

/** A profile to create or update. At least one usable identifier: userId, anonymousId, klaviyoProfileId, or email, phone or `_kx` in the traits. */
export const IdentifyInput = builder.inputType('IdentifyInput', {
  description:
    'A profile to create or update. At least one usable identifier: userId, anonymousId, klaviyoProfileId, or email, phone or `_kx` in the traits.',
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
    traits: t.field({ type: TraitsInput, description: 'What is known about the person.' }),
    subscription: t.field({
      type: SubscriptionInput,
      description: 'Change the consent of the person too. Left out: the consent stays as it is.',
    }),
    patchProperties: t.field({
      type: PatchPropertiesInput,
      description: 'Change custom properties in other ways than setting them.',
    }),
    context: t.field({ type: ContextInput, description: 'Where the person was.' }),
  }),
})
