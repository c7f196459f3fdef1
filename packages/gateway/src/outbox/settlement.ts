import type { STATUS } from './event-status.ts'

/** What became of one attempt, as it is written down. */
export interface Settlement {
  readonly seq: number
  readonly status: typeof STATUS.RETRYING | typeof STATUS.DELIVERED | typeof STATUS.DEAD | typeof STATUS.FILTERED
  /** Whether it was an answer about this event, which counts against it. */
  readonly isFailure: boolean
  /** Only while it will be tried again. */
  readonly dueAtMs?: number
  /** All warnings, as JSON. */
  readonly warnings?: string
  /** Why it failed, as JSON. */
  readonly error?: string
}
