import type { EventIssue, EventWarning } from '../event/issue.ts'
import { KlaviyoError } from './klaviyo-error.ts'

/**
 * An event lacks something that it needs. `issues` has at least one entry; the message joins them. Mend the event.
 * @example
 * try {
 *   klaviyo.plan(event)
 * } catch (error) {
 *   if (error instanceof EventInvalidError) console.error(error.messageId, error.issues)
 * }
 */
export class EventInvalidError extends KlaviyoError {
  override readonly name: string = 'EventInvalidError'
  /** `undefined` when the event had none that is usable. */
  readonly messageId?: string
  readonly issues: readonly EventIssue[]
  /** What would have been left out or read in another way, beside the issues. */
  readonly warnings: readonly EventWarning[]

  constructor(
    event: { readonly type?: string | undefined; readonly messageId?: string | undefined },
    issues: readonly EventIssue[],
    warnings: readonly EventWarning[] = [],
  ) {
    const what = `${event.type ?? 'event'}${event.messageId === undefined ? '' : ` "${event.messageId}"`}`
    super('EVENT_INVALID', `${what}: ${issues.map((issue) => issue.message).join(' ')}`)
    if (event.messageId !== undefined) this.messageId = event.messageId
    this.issues = issues
    this.warnings = warnings
  }
}
