import type { LightRow } from '../outbox/event-row.ts'

/** An event in the memory of the dispatcher, from being taken up to being settled. */
export interface Entry {
  readonly seq: number
  readonly keys: readonly string[]
  readonly ops: number
  readonly writes: number
  claims: number
  failures: number
  dueAtMs: number
  /**
   * Requests that were answered with success, so that a retry goes on behind them. Known to this process only: after
   * a crash all are sent again, which `unique_id` and upserts make harmless.
   */
  answeredCount: number
  /** Failures in a row, those of an outage too: for the backoff. */
  triesInRow: number
  lastFailedAtMs: number | undefined
}

/** An entry of a row that was taken up. */
export function toEntry({ seq, keys, ops, writes, claims, failures, dueAtMs }: LightRow): Entry {
  const fresh = { answeredCount: 0, triesInRow: failures, lastFailedAtMs: undefined }
  return { seq, keys, ops, writes, claims, failures, dueAtMs: dueAtMs ?? 0, ...fresh }
}
