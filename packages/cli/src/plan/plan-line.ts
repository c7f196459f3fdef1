import { EventInvalidError, type EventIssue, type Klaviyo, type Plan } from '@rudder-klaviyo/sdk'
import { parseEvent, type LineError } from '../parse-event.ts'
import type { Line } from '../read-lines.ts'

/** Why a line has no plan. */
export type PlanLineError =
  | LineError
  | { readonly code: string; readonly message: string; readonly issues: readonly EventIssue[] }

/** What is written for one line. */
export interface PlannedLine {
  readonly isRefused: boolean
  readonly output: Plan | { readonly messageId?: string; readonly error: PlanLineError }
}

/** Plans one line; `undefined` for a blank one. Never throws for the sake of what the line holds. */
export function planLine(line: Line, klaviyo: Pick<Klaviyo, 'plan'>): PlannedLine | undefined {
  const parsed = parseEvent(line)
  if (parsed === undefined) return undefined
  if ('error' in parsed) return refused(parsed.error)
  try {
    return { isRefused: false, output: klaviyo.plan(parsed.event) }
  } catch (error) {
    if (!(error instanceof EventInvalidError)) throw error
    return refused({ code: error.code, message: error.message, issues: error.issues }, error.messageId)
  }
}

function refused(error: PlanLineError, messageId?: string): PlannedLine {
  return { isRefused: true, output: messageId === undefined ? { error } : { messageId, error } }
}
