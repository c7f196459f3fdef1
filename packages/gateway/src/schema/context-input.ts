import { builder } from '../builder.ts'
import { GeoInput } from './geo-input.ts'

/** Where the person was. */
export const ContextInput = builder.inputType('ContextInput', {
  description: 'Where the person was.',
  fields: (t) => ({
    ip: t.string({ description: 'The IP address of the person. Never filled in from the connection.' }),
    location: t.field({ type: GeoInput, description: 'The position.' }),
  }),
})
