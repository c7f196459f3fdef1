import type { PlannedRequest as SdkPlannedRequest } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'
import { ProfileLookup } from './profile-lookup.ts'

/** One Klaviyo request, without key and host. */
export const PlannedRequest = builder.objectRef<SdkPlannedRequest>('PlannedRequest').implement({
  description: 'One Klaviyo request, without key and host.',
  fields: (t) => ({
    operation: t.expose('operation', {
      type: 'String',
      description: "The operation of Klaviyo's OpenAPI document, for example `create_or_update_profile`.",
    }),
    method: t.expose('method', { type: 'String', description: 'The HTTP method.' }),
    path: t.expose('path', { type: 'String', description: 'The path, for example `/api/profile-import`.' }),
    body: t.expose('body', { type: 'JSONObject', description: 'The JSON body.' }),
    idempotencyKey: t.string({
      description: 'The same for the same event, however often it is planned.',
      // Left out only of a plan without a messageId, which a dry run never makes.
      resolve: ({ idempotencyKey }) => idempotencyKey ?? '',
    }),
    lookup: t.expose('lookup', {
      type: ProfileLookup,
      nullable: true,
      description: 'A profile that delivery looks up first, to fill in email and phone.',
    }),
  }),
})
