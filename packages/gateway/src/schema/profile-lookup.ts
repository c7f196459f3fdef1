import type { ProfileLookup as SdkProfileLookup } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'

/** A search for a profile before a subscription. */
export const ProfileLookup = builder.objectRef<SdkProfileLookup>('ProfileLookup').implement({
  description: 'A search for a profile before a subscription.',
  fields: (t) => ({
    field: t.expose('field', { type: 'String', description: '`external_id` or `id`.' }),
    value: t.expose('value', { type: 'String', description: 'What to look for.' }),
  }),
})
