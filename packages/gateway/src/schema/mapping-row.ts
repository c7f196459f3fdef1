import { mappingRows } from '@rudder-klaviyo/sdk/stages'
import type { MappingRow as SdkMappingRow } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'
import { EventType } from './event-type.ts'

/** One row of the mapping tables. */
const MappingRow = builder.objectRef<SdkMappingRow>('MappingRow').implement({
  description: 'One row of the mapping tables.',
  fields: (t) => ({
    types: t.expose('types', { type: [EventType], description: 'The types of event that the row serves.' }),
    to: t.expose('to', { type: 'String', description: 'The path in the Klaviyo request.' }),
    from: t.expose('from', {
      type: ['String'],
      description: 'Paths in the RudderStack event; the first usable one wins.',
    }),
    as: t.expose('as', {
      type: 'String',
      description: 'How the value is read, for example `string`, `email`, `phone` or `number`.',
    }),
    revisions: t.expose('revisions', { type: ['String'], description: 'The revisions that have the field.' }),
  }),
})

builder.queryField('mapping', (t) =>
  t.field({
    type: [MappingRow],
    description:
      'The mapping tables: every Klaviyo field with its sources in order of precedence, from the data that does the mapping.',
    args: { type: t.arg({ type: EventType, description: 'Only the rows of this type of event. Default: all.' }) },
    resolve: (_root, { type }) => (type == null ? mappingRows : mappingRows.filter((row) => row.types.includes(type))),
  }),
)
