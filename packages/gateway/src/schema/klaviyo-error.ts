import type { KlaviyoApiErrorEntry } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'

/** One error of a Klaviyo answer, as Klaviyo put it. */
export const KlaviyoError = builder.objectRef<KlaviyoApiErrorEntry>('KlaviyoError').implement({
  description: 'One error of a Klaviyo answer, as Klaviyo put it.',
  fields: (t) => ({
    id: t.expose('id', { type: 'String', nullable: true, description: "Klaviyo's id of this error, for its support." }),
    code: t.expose('code', {
      type: 'String',
      description: "Klaviyo's code, for example `invalid` or `duplicate_profile`.",
    }),
    title: t.expose('title', { type: 'String', description: 'A short title.' }),
    detail: t.expose('detail', { type: 'String', description: 'The explanation.' }),
    pointer: t.expose('pointer', {
      type: 'String',
      nullable: true,
      description: 'JSON pointer into the request body.',
    }),
  }),
})
