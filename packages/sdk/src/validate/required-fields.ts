import type { EventIssueCode } from '../event/issue.ts'
import { trimmed } from '../event/trimmed.ts'

/** What is wrong with a required field: the rule, and a sentence with the remedy. */
export interface Fault {
  readonly code: EventIssueCode
  readonly message: string
}

/** The longest name of a metric: Klaviyo refuses 128 characters and more. */
const MAX_METRIC_NAME_LENGTH = 127

/** Why a value cannot be the name of a metric; `undefined` when it can. */
export function metricNameFault(value: unknown, field: string): Fault | undefined {
  if (typeof value !== 'string') {
    return isAbsent(value)
      ? { code: 'REQUIRED', message: `\`${field}\` is missing: set it to the name, for example "Order Completed".` }
      : {
          code: 'NOT_USABLE',
          message: `\`${field}\` is not a text: set it to the name, for example "Order Completed".`,
        }
  }
  const { length } = trimmed(value)
  if (length === 0)
    return { code: 'REQUIRED', message: `\`${field}\` is blank: set it to the name, for example "Order Completed".` }
  if (length <= MAX_METRIC_NAME_LENGTH) return undefined
  return {
    code: 'TOO_LONG',
    message: `\`${field}\` has ${length} characters, Klaviyo takes ${MAX_METRIC_NAME_LENGTH} at most: shorten it (it is never cut, two names could become one).`,
  }
}

/** Why a value cannot be the list of a group event; `undefined` when it can. */
export function groupIdFault(value: unknown): Fault | undefined {
  const remedy = 'set it to the id of the Klaviyo list, for example "XUepkK".'
  if (isAbsent(value) || (typeof value === 'string' && value.trim() === '')) {
    return { code: 'REQUIRED', message: `\`groupId\` is missing: ${remedy}` }
  }
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return undefined
  return { code: 'NOT_USABLE', message: `\`groupId\` is not a text or a number: ${remedy}` }
}

/** Why a value cannot be the decision of a group event; `undefined` when it can. */
export function decisionFault(value: unknown): Fault | undefined {
  if (value === true || value === false || value === 'true' || value === 'false') return undefined
  const remedy =
    'set it to true (subscribe) or false (unsubscribe). A group event of another purpose subscribes nobody.'
  return isAbsent(value)
    ? { code: 'REQUIRED', message: `\`traits.subscribe\` is missing: ${remedy}` }
    : { code: 'NOT_USABLE', message: `\`traits.subscribe\` is not true or false: ${remedy}` }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}
