import { EventSteps } from './builder/event-steps.ts'
import type { EventIssue } from './event/issue.ts'
import { isJson, toJson } from './event/to-json.ts'

/** An event as JSON, and what of it could not be brought to JSON. */
export interface InputEvent {
  readonly event: unknown
  readonly issues: readonly EventIssue[]
}

/** The event of whatever is taken as one: a builder's own; of an object that holds a `Date` or the like, a copy as JSON. */
export function readInput(input: unknown): InputEvent {
  if (EventSteps.is(input)) return EventSteps.drafted(input)
  if (isJson(input)) return { event: input, issues: [] }
  const { value, issues } = toJson(input, '')
  return { event: value, issues }
}
