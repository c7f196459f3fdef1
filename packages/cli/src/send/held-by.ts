/** What holds sending back at a moment. */
export interface HeldBy {
  readonly operation: string
  readonly reason: 'burst' | 'steady' | 'daily' | 'retry-after' | 'import-jobs' | 'outage'
  /** When it may go on, in milliseconds since 1970. */
  readonly untilMs: number
  /** How many calls Klaviyo allows in the window. */
  readonly limitCount?: number
}

/** What holds sending back, for a person; blank when nothing does. */
export function heldByText(heldBy: HeldBy | undefined, nowMs: number): string {
  if (heldBy === undefined) return ''
  const seconds = Math.ceil((heldBy.untilMs - nowMs) / 1000)
  const wait = seconds > 1 ? `, ${seconds} s more` : ''
  return `held by ${heldBy.operation}: ${reasonText(heldBy)}${wait}`
}

function reasonText({ reason, limitCount }: HeldBy): string {
  const limit = limitCount ?? 'its limit'
  switch (reason) {
    case 'burst':
      return `${limit} a second`
    case 'steady':
      return `${limit} a minute`
    case 'daily':
      return `${limit} a day`
    case 'retry-after':
      return 'Klaviyo asked to wait'
    case 'import-jobs':
      return 'import jobs of Klaviyo have to end first'
    case 'outage':
      return 'Klaviyo fails or does not answer'
    default:
      return reason satisfies never
  }
}
