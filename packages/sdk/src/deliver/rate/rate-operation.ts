import type { Endpoint } from '../../client/endpoint.ts'
import type { ForwardTime } from './rate-forward-time.ts'
import type { HeldBy, RateGate } from './rate-gate.ts'
import { createNewHolderGate } from './rate-new-holder.ts'
import { createPauseGate, type Pause, type PauseReason } from './rate-pause.ts'
import { createRemainingGate } from './rate-remaining.ts'
import type { WindowGate } from './rate-window.ts'
import { createRateWindows, spacingMsOf } from './rate-windows.ts'

/** A call's place within the limits. It is held until it is answered, and a window longer. */
export interface Slot {
  /** The call was answered, timed out or broke; with the headers, if there is an answer. Only the first time counts. */
  answered(headers?: Headers): void
}

/** One limit of an operation. */
export interface WindowRate {
  readonly window: WindowGate['reason']
  readonly windowMs: number
  /** Klaviyo's count times the share. */
  readonly limitCount: number
  /** How many more calls may begin within it by our own count. */
  readonly leftCount: number
}

/** What is known of an operation's rate. Times are ms since 1970. */
export interface OperationRate {
  readonly operation: string
  /** Empty for an operation without facts. */
  readonly windows: readonly WindowRate[]
  readonly unansweredCount: number
  readonly heldBy?: HeldBy
  readonly pause?: Pause
}

/** The limits of one operation; see `RateLimiter` for what its methods promise. */
export interface OperationLimiter {
  freeCount(): number
  nextAtMs(): number
  take(): Slot | undefined
  pause(untilMs: number, reason: PauseReason): void
  resume(): void
  heldBy(): HeldBy | undefined
  state(): OperationRate
}

/** What an operation's limiter is made of. */
export interface OperationLimiterOptions {
  readonly operation: string
  /** `undefined`: it is not limited. */
  readonly endpoint: Endpoint | undefined
  readonly share: number
  readonly time: ForwardTime
  /** When we took over from somebody else, by `time`; `undefined` if nobody was before us. */
  readonly newHolderSinceMs: number | undefined
}

/** All gates of one operation as one. */
export function createOperationLimiter(options: OperationLimiterOptions): OperationLimiter {
  const { operation, endpoint, share, time, newHolderSinceMs } = options
  const windows = endpoint === undefined ? [] : createRateWindows(endpoint, share)
  const pauseGate = createPauseGate()
  const gates: RateGate[] = [pauseGate, ...windows]
  if (endpoint !== undefined) {
    gates.push(
      createRemainingGate({ windowMs: endpoint.steady.windowMs, spacingMs: spacingMsOf(endpoint, share) }),
      ...(newHolderSinceMs === undefined
        ? []
        : [createNewHolderGate({ startMs: newHolderSinceMs + endpoint.burst.windowMs })]),
    )
  }
  let unansweredCount = 0

  const freeCount = (nowMs: number) => gates.reduce((least, gate) => Math.min(least, gate.freeCount(nowMs)), Infinity)

  const last = (nowMs: number) =>
    gates
      .map((gate) => ({ gate, atMs: gate.nextAtMs(nowMs) }))
      .reduce((latest, next) => (next.atMs > latest.atMs ? next : latest))

  const heldBy = (nowMs: number): HeldBy | undefined => {
    const { gate, atMs } = last(nowMs)
    return atMs <= nowMs ? undefined : { operation, reason: gate.reason, untilMs: time.toClock(atMs) }
  }

  const hold = (): Slot => {
    let isAnswered = false
    return {
      answered(headers) {
        if (isAnswered) return
        isAnswered = true
        unansweredCount -= 1
        const nowMs = time.now()
        for (const gate of gates) gate.answered(nowMs, headers)
      },
    }
  }

  return {
    freeCount: () => freeCount(time.now()),
    nextAtMs: () => time.toClock(last(time.now()).atMs),
    take() {
      const nowMs = time.now()
      if (freeCount(nowMs) === 0) return undefined
      unansweredCount += 1
      for (const gate of gates) gate.took(nowMs)
      return hold()
    },
    pause: (untilMs, reason) => pauseGate.pause({ reason, untilMs: time.fromClock(untilMs) }),
    resume: () => pauseGate.resume(),
    heldBy: () => heldBy(time.now()),
    state() {
      const nowMs = time.now()
      const held = heldBy(nowMs)
      const pause = pauseGate.current(nowMs)
      return {
        operation,
        windows: windows.map((window) => ({
          window: window.reason,
          windowMs: window.windowMs,
          limitCount: window.limitCount,
          leftCount: window.leftCount(nowMs),
        })),
        unansweredCount,
        ...(held !== undefined && { heldBy: held }),
        ...(pause !== undefined && { pause: { ...pause, untilMs: time.toClock(pause.untilMs) } }),
      }
    },
  }
}
