import type { PassedOver } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'
import { PassedOverReason } from './passed-over-reason.ts'

/** A source that did not win. */
export const PassedOverSource = builder.objectRef<PassedOver>('PassedOverSource').implement({
  description: 'A source that did not win.',
  fields: (t) => ({
    source: t.expose('path', { type: 'String', description: 'The path in the RudderStack event.' }),
    reason: t.expose('code', { type: PassedOverReason, description: 'Why.' }),
    message: t.expose('message', { type: 'String', description: 'The reason in a sentence.' }),
  }),
})
