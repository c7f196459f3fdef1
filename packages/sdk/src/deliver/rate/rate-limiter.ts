import type { Endpoint } from '../../client/endpoint.ts'
import type { Clock } from '../../clock.ts'
import { createForwardTime } from './rate-forward-time.ts'
import type { HeldBy } from './rate-gate.ts'
import { createOperationLimiter, type OperationLimiter, type OperationRate, type Slot } from './rate-operation.ts'

export type { HeldBy } from './rate-gate.ts'
export type { OperationRate, Slot } from './rate-operation.ts'

/**
 * Keeps Klaviyo's limits of one account, per operation. It has no timer of its own: who waits asks `nextAtMs`, and asks
 * again after each answer, which may free a slot earlier. An operation without facts is not limited, but can be paused.
 */
export interface RateLimiter {
  /** How many calls of the operation may begin right now; `Infinity` for one without facts. */
  freeCount(operation: string): number
  /**
   * When the next call may begin, ms since 1970; now or earlier when one may at once; `Infinity` when only an answer can
   * free one, as all slots are held by calls without an answer.
   */
  nextAtMs(operation: string): number
  /** Takes a slot; `undefined` when none is free. */
  take(operation: string): Slot | undefined
  /** Nothing of the operation begins before `untilMs`, ms since 1970. Of two pauses the longer one holds. */
  pause(operation: string, untilMs: number, reason: 'retry-after' | 'outage'): void
  /** Ends a pause early. */
  resume(operation: string): void
  /** What holds the operation back right now; `undefined` when a call may begin. */
  heldBy(operation: string): HeldBy | undefined
  /** Everything known, for health: one entry per operation seen so far. */
  state(): readonly OperationRate[]
}

export interface RateLimiterOptions {
  /** The generated facts of the account's revision. */
  readonly endpoints: Readonly<Record<string, Endpoint>>
  /** The part of each limit that is used, more than 0 and at most 1, rounded down to whole calls, at least one. */
  readonly share: number
  readonly clock: Pick<Clock, 'now'>
  /**
   * Somebody else may have been sending for the account until now. Nothing begins for the length of the burst window;
   * then one call per operation at a time, until one was answered; from then on its `RateLimit-Remaining` counts.
   * @default false
   */
  readonly isNewHolder?: boolean
}

/** A limiter for one account. Nothing is known of what was sent before, unless `isNewHolder` says to be careful. */
export function createRateLimiter({ endpoints, share, clock, isNewHolder = false }: RateLimiterOptions): RateLimiter {
  const time = createForwardTime(clock)
  const sinceMs = isNewHolder ? time.now() : undefined
  const limiters = new Map<string, OperationLimiter>()

  const limiterOf = (operation: string) => {
    const known = limiters.get(operation)
    if (known !== undefined) return known
    const endpoint = Object.hasOwn(endpoints, operation) ? endpoints[operation] : undefined
    const limiter = createOperationLimiter({ operation, endpoint, share, time, newHolderSinceMs: sinceMs })
    limiters.set(operation, limiter)
    return limiter
  }

  return {
    freeCount: (operation) => limiterOf(operation).freeCount(),
    nextAtMs: (operation) => limiterOf(operation).nextAtMs(),
    take: (operation) => limiterOf(operation).take(),
    pause: (operation, untilMs, reason) => limiterOf(operation).pause(untilMs, reason),
    resume: (operation) => limiterOf(operation).resume(),
    heldBy: (operation) => limiterOf(operation).heldBy(),
    state: () => [...limiters.values()].map((limiter) => limiter.state()),
  }
}
