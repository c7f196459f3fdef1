import type { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { Plan } from '../plan/planned-request.ts'
import { createSlots } from './slots.ts'
import type { PlanOutcome } from './outcome.ts'
import { settle, type Retry, type Settlement } from './settlement.ts'

/** An event that is ready to be sent. */
export interface PlannedEvent {
  readonly index: number
  readonly messageId: string
  readonly plan: Plan
  /** What it shares with other events of the same person. */
  readonly orderKeys: readonly string[]
}

/** What sending works with: the one seam behind which batching and pacing may stand. */
export interface SenderOptions {
  /** Delivers one plan, with all the attempts it may have. */
  readonly deliver: (plan: Plan) => Promise<PlanOutcome>
  /** Events under way at a time. */
  readonly concurrency: number
}

/** Sends events; resolves to one settlement each, in their order. */
export type Sender = (events: readonly PlannedEvent[]) => Promise<readonly Settlement[]>

/**
 * A sender that keeps the order of each person's events: an event waits until every earlier one that shares an identifier
 * with it is settled. Once one is settled `retry`, later ones of the person are settled `retry` unsent, over all calls of
 * this sender; once the key was refused, everything is.
 */
export function createSender({ deliver, concurrency }: SenderOptions): Sender {
  const slots = createSlots(concurrency)
  /** By order key: the event that has to be sent again first. Grows with what failed, not with what was sent. */
  const blocked = new Map<string, Retry>()
  let refusal: KlaviyoError | undefined

  const sendOne = async (event: PlannedEvent): Promise<Settlement> => {
    const blocker = event.orderKeys.map((key) => blocked.get(key)).find((retry) => retry !== undefined)
    if (blocker !== undefined) return unsent(event, blocker.error, blocker.retryAfterMs)
    if (event.plan.requests.length === 0) return settle(event, { status: 'delivered', warnings: [] })
    return slots.run(async () => {
      if (refusal !== undefined) return unsent(event, refusal)
      const outcome = await deliver(event.plan)
      if (outcome.status === 'retry' && outcome.scope === 'account') refusal ??= outcome.error
      return settle(event, outcome)
    })
  }

  return (events) => {
    const last = new Map<string, Promise<unknown>>()
    return Promise.all(
      events.map((event) => {
        const { orderKeys: keys } = event
        const earlier = keys.flatMap((key) => last.get(key) ?? [])
        const settled = Promise.all(earlier).then(async () => {
          const settlement = await sendOne(event)
          if (settlement.status === 'retry') for (const key of keys) blocked.set(key, settlement)
          return settlement
        })
        for (const key of keys) last.set(key, settled)
        return settled
      }),
    )
  }
}

function unsent(event: PlannedEvent, error: KlaviyoError, retryAfterMs?: number): Settlement {
  const operation = event.plan.requests[0]?.operation ?? ''
  const after = retryAfterMs === undefined ? undefined : { retryAfterMs }
  return settle(event, { status: 'retry', error, scope: 'event', operation, answeredCount: 0, warnings: [], ...after })
}
