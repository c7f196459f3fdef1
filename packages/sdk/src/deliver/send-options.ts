import type { Settlement } from './settlement.ts'

/**
 * How events are sent.
 * @example await klaviyo.send(events, { signal: AbortSignal.timeout(10_000) })
 */
export interface SendOptions {
  /** Ends the sending: what is not settled by then is settled `retry`, and sending it again is safe. */
  signal?: AbortSignal
  /**
   * Longest time for one event, with all its attempts and the waits between them, in milliseconds, counted from its first
   * call. What takes longer is settled `retry`. The time that Klaviyo takes for a bulk import which it has accepted is
   * not counted; after 30 minutes its profiles are imported one by one. To bound a whole call, give a `signal`.
   * @default that of `createKlaviyo`, 120_000
   */
  timeoutMs?: number
}

/**
 * How a stream of events is sent.
 * @example await klaviyo.sendAll(stream, { onProgress: ({ deliveredCount }) => console.log(deliveredCount) })
 */
export interface SendAllOptions extends SendOptions {
  /** Called once for each event, in order, and waited for: the next events are read when it is done. */
  onSettled?: (settlement: Settlement) => void | Promise<void>
  /** Called when events were settled, and each second, with what has been done so far and what holds it back. */
  onProgress?: (progress: SendProgress) => void
}

/**
 * How far a stream has come.
 * @example const shown = ({ deliveredCount, heldBy }: SendProgress) => `${deliveredCount}, ${heldBy?.reason ?? 'at full speed'}`
 */
export interface SendProgress extends SendSummary {
  /** What holds back events that could go; left out when nothing does. */
  readonly heldBy?: HeldBack
}

/**
 * What holds events back: one of Klaviyo's rate limits (`burst`: a second, `steady`: a minute, `daily`), the wait that a
 * 429 named, an outage, or the bulk imports that are not finished.
 * @example const shown = ({ operation, reason }: HeldBack) => `${operation}: ${reason}`
 */
export interface HeldBack {
  /** The operation id, for example `bulk_create_events`. */
  readonly operation: string
  readonly reason: 'burst' | 'steady' | 'daily' | 'retry-after' | 'outage' | 'import-jobs'
  /** In milliseconds since 1970; `Infinity` when only an answer of Klaviyo ends it. */
  readonly untilMs: number
}

/**
 * How many events ended in which way, and how many calls it took.
 * @example const { deliveredCount, rejectedCount } = await klaviyo.sendAll(stream)
 */
export interface SendSummary {
  readonly deliveredCount: number
  readonly filteredCount: number
  readonly retryCount: number
  readonly rejectedCount: number
  /** Calls of Klaviyo's API by this client meanwhile, those that were repeated and those of delivery's own reads too. */
  readonly requestCount: number
}
