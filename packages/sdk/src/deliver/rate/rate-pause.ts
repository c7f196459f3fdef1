import type { RateGate } from './rate-gate.ts'

/** Why an operation is paused. */
export type PauseReason = 'retry-after' | 'outage'

/** A pause under way. */
export interface Pause {
  readonly reason: PauseReason
  readonly untilMs: number
}

/** The gate that is shut by hand. */
export interface PauseGate extends RateGate {
  readonly reason: PauseReason
  /** Of two pauses the longer one holds. */
  pause(pause: Pause): void
  resume(): void
  /** The pause under way, if any. */
  current(nowMs: number): Pause | undefined
}

/** A gate that is open. */
export function createPauseGate(): PauseGate {
  let paused: Pause | undefined
  const current = (nowMs: number) => (paused !== undefined && paused.untilMs > nowMs ? paused : undefined)
  return {
    get reason() {
      return paused?.reason ?? 'outage'
    },
    current,
    freeCount: (nowMs) => (current(nowMs) === undefined ? Infinity : 0),
    nextAtMs: (nowMs) => current(nowMs)?.untilMs ?? nowMs,
    pause(pause) {
      if (paused === undefined || pause.untilMs > paused.untilMs) paused = pause
    },
    resume() {
      paused = undefined
    },
    took() {},
    answered() {},
  }
}
