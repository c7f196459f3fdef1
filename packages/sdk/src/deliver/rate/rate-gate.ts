/** What holds an operation back, and until when. */
export interface HeldBy {
  /** The operation by its id in the OpenAPI document. */
  readonly operation: string
  /**
   * `burst`, `steady`, `daily`: the limit whose slots are used up, or whose last ones are being spread.
   * `retry-after`, `outage`: a pause.
   */
  readonly reason: 'burst' | 'steady' | 'daily' | 'retry-after' | 'outage'
  /** Milliseconds since 1970; `Infinity` when only an answer can end it. */
  readonly untilMs: number
}

/**
 * One thing that can hold an operation back. A call begins when every gate lets it through. A gate that is left alone
 * only ever opens, and does so at the time it names.
 */
export interface RateGate {
  readonly reason: HeldBy['reason']
  /** How many calls it would let through now, one right after the other. */
  freeCount(nowMs: number): number
  /** When it lets the next one through: now or earlier, later, or `Infinity` when only an answer can open it. */
  nextAtMs(nowMs: number): number
  /** A call has begun. */
  took(nowMs: number): void
  /** A call was answered; without headers it was cut or timed out. */
  answered(nowMs: number, headers: Headers | undefined): void
}
