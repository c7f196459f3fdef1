import { EventInvalidError } from '@rudder-klaviyo/sdk'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import { ownWarnings } from './accept-events.ts'
import { createArgumentPaths } from './argument-paths.ts'
import { planAsAccepted, withMessageId } from './dry-run-event.ts'
import { eventArgument, type PlacedEvent } from './event-argument.ts'
import { EventInput } from './event-input.ts'
import { EventInvalid, type Invalid } from './event-invalid.ts'
import { Plan, type DryRun } from './plan.ts'
import { withArgumentPaths } from './with-argument-paths.ts'

/** A plan, or why there is none. */
const PlanResult = builder.unionType('PlanResult', {
  description: 'A plan, or why there is none.',
  types: [Plan, EventInvalid],
  resolveType: (result) => ('kind' in result ? EventInvalid : Plan),
})

builder.queryField('plan', (t) =>
  t.field({
    type: PlanResult,
    description: 'Dry run: the exact Klaviyo requests of an event. Nothing is accepted and nothing is sent.',
    args: { event: t.arg({ type: EventInput, required: true, description: 'The event.' }) },
    resolve: (_root, { event }, context) => dryRun(eventArgument(event, 'event'), context),
  }),
)

function dryRun(placed: PlacedEvent, context: GatewayContext): DryRun | Invalid {
  const paths = createArgumentPaths(placed, placed.prefix)
  const { event, messageId } = withMessageId(placed.event)
  try {
    const plan = planAsAccepted(event, context.settings, context.now())
    return { ...plan, messageId, warnings: [...ownWarnings(placed), ...withArgumentPaths(plan.warnings, paths)] }
  } catch (error) {
    if (!(error instanceof EventInvalidError)) throw error
    const invalid = { kind: 'invalid', message: paths.toMessage(error.message) } as const
    const issues = withArgumentPaths(error.issues, paths)
    return placed.event['messageId'] === undefined ? { ...invalid, issues } : { ...invalid, messageId, issues }
  }
}
