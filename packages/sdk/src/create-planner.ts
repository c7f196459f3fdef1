import { EventInvalidError } from './errors/event-invalid-error.ts'
import { isRecord } from './event/record.ts'
import { newNotes, type Notes } from './event/notes.ts'
import { transformEvent, type TransformEvent } from './hooks/transform-event.ts'
import { transformPlan, type TransformPlan } from './hooks/transform-plan.ts'
import { explainEvent, type Explanation, type ExplainOptions } from './plan/explain-event.ts'
import { orderKeysOf } from './plan/order-keys.ts'
import { planEvent } from './plan/plan-event.ts'
import type { Plan } from './plan/planned-request.ts'
import type { InputEvent } from './read-input.ts'
import { checkEvent } from './tracking-plan/check-event.ts'
import type { AnyTrackingPlan } from './tracking-plan/tracking-plan.ts'
import type { Settings } from './validate/settings.ts'
import { messageIdOf, readTypeOf } from './validate/validate-event.ts'

/** What decides how events are planned, beside the settings. */
export interface PlannerOptions {
  readonly settings: Settings
  readonly trackingPlan?: AnyTrackingPlan | undefined
  readonly transformEvent?: TransformEvent | undefined
  readonly transformPlan?: TransformPlan | undefined
}

/** Plans and explains events. */
export interface Planner {
  /** @throws {EventInvalidError} when the event lacks something that it needs */
  plan(input: InputEvent): Plan
  /**
   * The plan, and what the event shares with others of the same person.
   * @throws {EventInvalidError} when the event lacks something that it needs
   */
  prepare(input: InputEvent): { readonly plan: Plan; readonly orderKeys: readonly string[] }
  explain(input: InputEvent, options?: ExplainOptions): Explanation
}

/** Planning with what stands around it: the hooks, and the tracking plan. Pure, if the hooks and schemas are. */
export function createPlanner(options: PlannerOptions): Planner {
  const { settings } = options
  const planOf = (input: InputEvent) => {
    const event = transformEvent(options.transformEvent, input.event)
    const plan = frozen(planned({ event, issues: input.issues }, options))
    return {
      event,
      plan: options.transformPlan === undefined ? plan : frozen(transformPlan(options.transformPlan, plan)),
    }
  }
  return {
    plan: (input) => planOf(input).plan,
    prepare(input) {
      const { event, plan } = planOf(input)
      return { plan, orderKeys: orderKeysOf(plan, event, settings) }
    },
    explain(input, explainOptions) {
      const event = transformEvent(options.transformEvent, input.event)
      const explained = explainEvent(event, settings, explainOptions)
      const isFiltered = explained.warnings.some(({ code }) => code === 'FILTERED')
      const notes = isFiltered ? newNotes() : notesOf(event, options)
      return Object.freeze({
        fields: Object.freeze(explained.fields),
        customProperties: Object.freeze(explained.customProperties),
        warnings: Object.freeze([...explained.warnings, ...notes.warnings]),
        issues: Object.freeze([...input.issues, ...explained.issues, ...notes.issues]),
      })
    },
  }
}

/** All that is wrong with an event is told at once. An event that is filtered is not held against the tracking plan. */
function planned({ event, issues }: InputEvent, options: PlannerOptions): Plan {
  // The usual case, at no cost.
  if (issues.length === 0 && options.trackingPlan === undefined) return planEvent(event, options.settings)
  const { plan, error } = planOrError(event, options.settings)
  if (plan?.requests.length === 0 && issues.length === 0) return plan
  const notes = notesOf(event, options)
  const allIssues = [...issues, ...(error?.issues ?? []), ...notes.issues]
  const warnings = [...((error ?? plan)?.warnings ?? []), ...notes.warnings]
  if (plan === undefined || allIssues.length > 0) {
    const about = { type: readTypeOf(event, options.settings), messageId: messageIdOf(event) }
    throw new EventInvalidError(about, allIssues, warnings)
  }
  return notes.warnings.length === 0 ? plan : { ...plan, warnings }
}

function planOrError(event: unknown, settings: Settings): { plan?: Plan; error?: EventInvalidError } {
  try {
    return { plan: planEvent(event, settings) }
  } catch (error) {
    if (error instanceof EventInvalidError) return { error }
    throw error
  }
}

function notesOf(event: unknown, { trackingPlan, settings }: PlannerOptions): Notes {
  const type = readTypeOf(event, settings)
  return trackingPlan === undefined || type === undefined || !isRecord(event)
    ? newNotes()
    : checkEvent(event, type, trackingPlan)
}

/** Bodies may share values with the event, which is not ours to freeze. */
function frozen(plan: Plan): Plan {
  for (const request of plan.requests) Object.freeze(request)
  Object.freeze(plan.requests)
  Object.freeze(plan.warnings)
  return Object.freeze(plan)
}
