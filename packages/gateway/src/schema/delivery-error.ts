import type { StoredError } from '../accept/acceptance.ts'
import { builder } from '../builder.ts'
import { DeliveryErrorCode, toDeliveryCode } from './delivery-error-code.ts'
import { KlaviyoError } from './klaviyo-error.ts'

/** Why a delivery failed. */
export const DeliveryError = builder.objectRef<StoredError>('DeliveryError').implement({
  description: 'Why a delivery failed.',
  fields: (t) => ({
    code: t.field({
      type: DeliveryErrorCode,
      description: 'The kind of failure.',
      resolve: ({ code }) => toDeliveryCode(code),
    }),
    message: t.expose('message', { type: 'String', description: 'What happened and how to mend it, in our words.' }),
    operation: t.expose('operation', {
      type: 'String',
      nullable: true,
      description: 'The Klaviyo operation, for example `create_event`.',
    }),
    status: t.expose('status', {
      type: 'Int',
      nullable: true,
      description: 'The HTTP status; `null` if no answer came.',
    }),
    klaviyoErrors: t.field({
      type: [KlaviyoError],
      nullable: true,
      description: "Klaviyo's own words. `null` without the admin key: they may hold personal data.",
      // Every key that is taken so far is a write key, which is public.
      resolve: () => null,
    }),
  }),
})
