import { KlaviyoError } from '../errors/klaviyo-error.ts'
import { KlaviyoTimeoutError } from '../errors/klaviyo-timeout-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { Plan } from '../plan/planned-request.ts'
import { backoffMs } from './backoff.ts'
import { startDeadline, type Deadline } from './deadline.ts'
import type { Delivery } from './deliver-plan.ts'
import type { PlanOutcome } from './outcome.ts'
import { RETRY_RULES } from './retry-policy.ts'

/** How one event is tried again. */
export interface EventDeliveryOptions {
  readonly deliver: Delivery
  /** Attempts that count: those that a rate limit ended do not. */
  readonly maxAttempts: number
  /** For all attempts and the waits between them, in milliseconds. */
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  /** Told of each attempt that is made again: what failed, and the wait. */
  readonly onRetry?: ((error: KlaviyoError, waitMs: number) => void) | undefined
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number
}

type Retried = Extract<PlanOutcome, { status: 'retry' }>

/**
 * Delivers one plan with all the attempts it may have. A refused key is not tried again: a person has to act. Never
 * rejects for the sake of Klaviyo, the network, the time or the signal.
 * @throws {ConfigError} for a plan of another revision
 */
export async function deliverEvent(plan: Plan, options: EventDeliveryOptions): Promise<PlanOutcome> {
  const deadline = startDeadline(options.timeoutMs, options.signal)
  try {
    return await deliverUntil(deadline, plan, options)
  } finally {
    deadline.release()
  }
}

async function deliverUntil(deadline: Deadline, plan: Plan, options: EventDeliveryOptions): Promise<PlanOutcome> {
  const warnings: EventWarning[] = []
  let answeredCount = 0
  let failureCount = 0
  for (;;) {
    const outcome = await attempt(plan, answeredCount, deadline, options)
    warnings.push(...outcome.warnings)
    if (outcome.status !== 'retry') return { ...outcome, warnings }
    answeredCount = outcome.answeredCount
    if (RETRY_RULES[outcome.error.code].counts !== 'never') failureCount += 1
    const waitMs = backoffMs(outcome, failureCount, (options.random ?? Math.random)())
    const isLast = deadline.signal.aborted || outcome.scope === 'account' || failureCount >= options.maxAttempts
    // A wait that the time does not last for is left to the caller, who gets its length.
    if (isLast || waitMs >= deadline.leftMs()) return { ...outcome, warnings }
    options.onRetry?.(outcome.error, waitMs)
    await deadline.wait(waitMs)
    if (deadline.signal.aborted) return { ...outcome, warnings }
  }
}

async function attempt(
  plan: Plan,
  answeredCount: number,
  deadline: Deadline,
  options: EventDeliveryOptions,
): Promise<PlanOutcome> {
  if (deadline.signal.aborted) return ended(plan, answeredCount, deadline, options)
  try {
    return await options.deliver(plan, { signal: deadline.signal, answeredCount })
  } catch (error) {
    if (!deadline.signal.aborted) throw error
    return ended(plan, answeredCount, deadline, options)
  }
}

/** The time is up, or the caller's signal ended: what Klaviyo did with the call under way is unknown. */
function ended(
  plan: Plan,
  answeredCount: number,
  { signal, isTimeout }: Deadline,
  { timeoutMs }: EventDeliveryOptions,
): Retried {
  const operation = plan.requests[answeredCount]?.operation ?? 'delivery'
  const cause: unknown = signal.reason
  const error = isTimeout()
    ? new KlaviyoTimeoutError(
        `${operation}: not done within ${timeoutMs} ms. Send the event again, or raise \`timeoutMs\`.`,
        timeoutMs,
        cause,
      )
    : new KlaviyoError(
        'TIMEOUT',
        `${operation}: the signal ended it before Klaviyo answered. Sending the event again is safe.`,
        { cause },
      )
  return { status: 'retry', error, scope: 'event', operation, retryAfterMs: 0, answeredCount, warnings: [] }
}
