import type { Settlement } from './settlement.ts'

/**
 * How events are sent.
 * @example await klaviyo.send(events, { signal: AbortSignal.timeout(10_000) })
 */
export interface SendOptions {
  /** Ends the sending: what is not settled by then is settled `retry`, and sending it again is safe. */
  signal?: AbortSignal
  /**
   * Longest time for one event, with all its attempts and the waits between them, in milliseconds, counted from when its
   * turn comes. What takes longer is settled `retry`. To bound a whole call, give a `signal`.
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
  /** Called after each part of the stream, with what has been done so far. */
  onProgress?: (progress: SendSummary) => void
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
  /** Calls of Klaviyo's API, those that were repeated too. */
  readonly requestCount: number
}
