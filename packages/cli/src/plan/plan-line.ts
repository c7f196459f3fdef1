import { EventInvalidError, type EventIssue, type Klaviyo, type Plan } from '@rudder-klaviyo/sdk'
import type { Line } from '../read-lines.ts'

/** Why a line has no plan. */
export interface PlanLineError {
  readonly code: string
  readonly message: string
  /** Only for a line that is no JSON: its number, counted from 1. */
  readonly line?: number
  readonly issues: readonly (
    | EventIssue
    | { readonly path: string; readonly code: 'NOT_JSON'; readonly message: string }
  )[]
}

/** What is written for one line. */
export interface PlannedLine {
  readonly isRefused: boolean
  readonly output: Plan | { readonly messageId?: string; readonly error: PlanLineError }
}

/** Plans one line; `undefined` for a blank one. Never throws for the sake of what the line holds. */
export function planLine({ number, text }: Line, klaviyo: Klaviyo): PlannedLine | undefined {
  // A byte order mark may stand before the first line, `\r` behind each.
  const json = text.replace(/^\uFEFF/, '').trim()
  if (json === '') return undefined
  let event: unknown
  try {
    event = JSON.parse(json)
  } catch {
    const message = `Line ${number} is no JSON: write one event a line, such as {"type":"identify","userId":"u-1"}.`
    return refused({ code: 'NOT_JSON', message, line: number, issues: [{ path: '', code: 'NOT_JSON', message }] })
  }
  try {
    return { isRefused: false, output: klaviyo.plan(event) }
  } catch (error) {
    if (!(error instanceof EventInvalidError)) throw error
    return refused({ code: error.code, message: error.message, issues: error.issues }, error.messageId)
  }
}

function refused(error: PlanLineError, messageId?: string): PlannedLine {
  return { isRefused: true, output: messageId === undefined ? { error } : { messageId, error } }
}
