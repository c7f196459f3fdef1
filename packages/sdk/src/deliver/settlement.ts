import type { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { PlanOutcome } from './outcome.ts'
import { RETRY_RULES } from './retry-policy.ts'

interface Settled {
  /** The place of the event among those that were sent together. */
  readonly index: number
  readonly messageId: string
  /** Of planning and of delivery. */
  readonly warnings: readonly EventWarning[]
}

/**
 * Klaviyo took over everything of the event; `filtered`: there was nothing to send, and a warning says why.
 * @example const { warnings }: Delivered = await klaviyo.identify({ userId: 'u-1' }).send()
 */
export interface Delivered extends Settled {
  readonly status: 'delivered' | 'filtered'
}

/**
 * Not delivered, but may be later: send the same event again after `retryAfterMs`.
 * @example if (settlement.status === 'retry') console.log(settlement.retryAfterMs)
 */
export interface Retry extends Settled {
  readonly status: 'retry'
  readonly retryAfterMs: number
  readonly error: KlaviyoError
}

/**
 * Not delivered, and sending the same again would not help; `error` says why and what would.
 * @example if (settlement.status === 'rejected') console.error(settlement.error.message)
 */
export interface Rejected extends Settled {
  readonly status: 'rejected'
  readonly error: KlaviyoError
}

/**
 * What became of one event. There is one for every messageId.
 * @example const lost = (await klaviyo.send(events)).filter(({ status }) => status === 'rejected')
 */
export type Settlement = Delivered | Retry | Rejected

/** The event that is settled, by its plan. */
export interface SettledPlan {
  readonly index: number
  readonly messageId: string
  readonly plan: { readonly requests: readonly unknown[]; readonly warnings: readonly EventWarning[] }
}

/** The settlement of an event by the outcome of its plan. It is frozen: what became of an event does not change. */
export function settle({ index, messageId, plan }: SettledPlan, outcome: PlanOutcome): Settlement {
  const warnings = allWarnings(plan.warnings, outcome.warnings)
  switch (outcome.status) {
    case 'delivered':
      return Object.freeze({
        index,
        messageId,
        warnings,
        status: plan.requests.length === 0 ? 'filtered' : 'delivered',
      })
    case 'retry': {
      const retryAfterMs = outcome.retryAfterMs ?? RETRY_RULES[outcome.error.code].waitMs
      return Object.freeze({ index, messageId, warnings, status: 'retry', retryAfterMs, error: outcome.error })
    }
    case 'rejected':
      return Object.freeze({ index, messageId, warnings, status: 'rejected', error: outcome.error })
  }
}

const NO_WARNINGS: readonly EventWarning[] = Object.freeze([])

/** Of a million events few have any, and they need no list each. */
function allWarnings(planned: readonly EventWarning[], delivered: readonly EventWarning[]): readonly EventWarning[] {
  return planned.length + delivered.length === 0 ? NO_WARNINGS : Object.freeze([...planned, ...delivered])
}
