import { EventInvalidError } from '../errors/event-invalid-error.ts'
import type { EventIssue, EventWarning } from '../event/issue.ts'
import { isRecord } from '../event/record.ts'
import { explainFields, type FieldsExplained } from '../map/explain.ts'
import type { FieldTrace } from '../map/trace.ts'
import { readTypeOf } from '../validate/validate-event.ts'
import type { Settings } from '../validate/settings.ts'
import { fitToPlan } from './fit-to-plan.ts'
import { planEvent } from './plan-event.ts'
import type { Plan } from './planned-request.ts'

/**
 * How an event is mapped, and what planning says. Works for an event that cannot be planned too: `issues` says why.
 * @example const { fields, customProperties, issues }: Explanation = klaviyo.explain(event)
 */
export interface Explanation extends FieldsExplained {
  readonly warnings: readonly EventWarning[]
  /** Why there is no plan; none if there is one. */
  readonly issues: readonly EventIssue[]
}

/**
 * How an explanation is made.
 * @example
 * const options: ExplainOptions = { values: true }
 * klaviyo.explain(event, options)
 */
export interface ExplainOptions {
  /** Include the values of the fields: they can be personal data. @default false */
  readonly values?: boolean
}

/**
 * Explains an event from the rows that map it. Never throws for an event's sake.
 * @example const { fields } = explainEvent(event, resolveSettings(), { values: true })
 */
export function explainEvent(raw: unknown, settings: Settings, { values = false }: ExplainOptions = {}): Explanation {
  const type = readTypeOf(raw, settings)
  const explained =
    isRecord(raw) && type !== undefined ? explainFields(raw, type, settings) : { fields: [], customProperties: [] }
  const { plan, warnings, issues } = planningOf(raw, settings)
  const fields = plan === undefined ? explained.fields : fitToPlan(explained.fields, plan, settings)
  const { customProperties } = explained
  return { fields: values ? fields : fields.map(withoutValue), customProperties, warnings, issues }
}

function withoutValue({ to, source, passedOver }: FieldTrace): FieldTrace {
  return source === undefined ? { to, passedOver } : { to, source, passedOver }
}

function planningOf(raw: unknown, settings: Settings): Pick<Explanation, 'warnings' | 'issues'> & { plan?: Plan } {
  try {
    const plan = planEvent(raw, settings)
    return { plan, warnings: plan.warnings, issues: [] }
  } catch (error) {
    if (error instanceof EventInvalidError) return { warnings: error.warnings, issues: error.issues }
    throw error
  }
}
