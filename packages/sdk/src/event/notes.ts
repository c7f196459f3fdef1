import type { EventIssue, EventWarning } from './issue.ts'

/** What the stages have to say about one event: issues refuse it, warnings do not. */
export interface Notes {
  readonly issues: EventIssue[]
  readonly warnings: EventWarning[]
}

/** An empty list of both. */
export function newNotes(): Notes {
  return { issues: [], warnings: [] }
}
