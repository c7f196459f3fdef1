import type { Explanation as SdkExplanation } from '@rudder-klaviyo/sdk'
import { explainEvent } from '@rudder-klaviyo/sdk/stages'
import { builder } from '../builder.ts'
import { ownWarnings } from './accept-events.ts'
import { createArgumentPaths } from './argument-paths.ts'
import { withMessageId } from './dry-run-event.ts'
import { eventArgument } from './event-argument.ts'
import { EventInput } from './event-input.ts'
import { EventIssue } from './event-issue.ts'
import { EventWarning } from './event-warning.ts'
import { FieldTrace } from './field-trace.ts'
import { withArgumentPaths } from './with-argument-paths.ts'

/** How an event is mapped. */
const Explanation = builder.objectRef<SdkExplanation>('Explanation').implement({
  description: 'How an event is mapped.',
  fields: (t) => ({
    fields: t.expose('fields', {
      type: [FieldTrace],
      description: 'The Klaviyo fields that have a value or had a source, in the order of `mapping`.',
    }),
    customProperties: t.expose('customProperties', {
      type: ['String'],
      description: 'Paths of the traits that become custom properties of the profile.',
    }),
    warnings: t.expose('warnings', { type: [EventWarning], description: 'As in the plan.' }),
    issues: t.expose('issues', { type: [EventIssue], description: 'Why there is no plan; none if there is one.' }),
  }),
})

builder.queryField('explain', (t) =>
  t.field({
    type: Explanation,
    description: 'Per Klaviyo field: the source that won, those passed over and why. Works for an invalid event too.',
    args: { event: t.arg({ type: EventInput, required: true, description: 'The event.' }) },
    resolve: (_root, args, context) => {
      const placed = eventArgument(args.event, 'event')
      const paths = createArgumentPaths(placed, placed.prefix)
      const { event } = withMessageId(placed.event)
      // With values: they are the caller's own.
      const explanation = explainEvent(event, context.settings, { values: true })
      return {
        ...explanation,
        warnings: [...ownWarnings(placed), ...withArgumentPaths(explanation.warnings, paths)],
        issues: withArgumentPaths(explanation.issues, paths),
      }
    },
  }),
)
