import { GraphQLSchema } from 'graphql'
import { builder } from '../builder.ts'
import './scalars.ts'
import './query.ts'
import './mutation.ts'
import './identify.ts'
import './track.ts'
import './group.ts'
import './screen.ts'
import './batch.ts'
import './event.ts'
import './plan-result.ts'
import './explanation.ts'
import './mapping-row.ts'

const DESCRIPTION = [
  "Events in RudderStack's words, delivered to Klaviyo.",
  '',
  'Send `Authorization: Bearer <key>` (or Basic, with the key as user name). A write key sends events and reads their status;',
  'a server key may change consent too, where the source allows that to servers only; the admin key reads and redelivers dead letters.',
].join('\n')

/** The whole schema, sorted. Its printed form is `schema.graphql`, a manual of the gateway. */
export const schema = new GraphQLSchema({
  ...builder.toSchema({ sortSchema: true }).toConfig(),
  description: DESCRIPTION,
})
