import type { FieldTrace as SdkFieldTrace } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'
import { PassedOverSource } from './passed-over-source.ts'

/** How one Klaviyo field got its value. */
export const FieldTrace = builder.objectRef<SdkFieldTrace>('FieldTrace').implement({
  description: 'How one Klaviyo field got its value.',
  fields: (t) => ({
    to: t.expose('to', {
      type: 'String',
      description: 'The path in the Klaviyo request, for example `data.attributes.email`.',
    }),
    source: t.expose('source', {
      type: 'String',
      nullable: true,
      description:
        'The path in the RudderStack event that won, for example `context.traits.email`; `null` if none did.',
    }),
    value: t.expose('value', { type: 'JSON', nullable: true, description: 'The value that is sent.' }),
    passedOver: t.expose('passedOver', {
      type: [PassedOverSource],
      description:
        'The sources before and after the one that won, which had a value too, and those that were not usable.',
    }),
  }),
})
