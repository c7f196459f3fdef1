import { ConfigError, EventInvalidError, KlaviyoError, type Plan } from '@rudder-klaviyo/sdk'
import { planEvent, type PlanOutcome } from '@rudder-klaviyo/sdk/stages'
import type { Account } from '../accept/account.ts'
import type { StartedRow } from '../outbox/event-row.ts'
import type { Settlement } from '../outbox/settlement.ts'
import type { Clock } from './clock.ts'
import type { Entry } from './entry.ts'
import { deadLetter, filtered, handedBack, judge } from './judge.ts'
import type { Logger } from './logger.ts'
import type { Pauses } from './pauses.ts'

/** What every attempt of an account works with. */
export interface AttemptOptions {
  readonly account: Account
  readonly pauses: Pauses
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly logger: Logger
  /** Ends the call; what was under way is handed back then. */
  readonly signal: AbortSignal
}

/** Plans an event again, since a setting may have been mended, delivers it, and says what to write down. Never rejects. */
export async function attempt(entry: Entry, row: StartedRow, options: AttemptOptions): Promise<Settlement> {
  const { account, pauses, clock, random, signal } = options
  const planned = planAgain(row, account)
  if (planned instanceof KlaviyoError) return deadLetter(entry, planned)
  if (planned.requests.length === 0) return filtered(entry, row.warnings, planned.warnings)
  const outcome = await deliver(entry, planned, options)
  if (outcome.status === 'retry' && signal.aborted) {
    entry.answeredCount = outcome.answeredCount
    return handedBack(entry, clock.now())
  }
  return judge(entry, outcome, { pauses, nowMs: clock.now(), random: random(), warnings: row.warnings })
}

function planAgain({ body }: StartedRow, account: Account): Plan | KlaviyoError {
  try {
    return planEvent(JSON.parse(body), account.settings)
  } catch (cause) {
    const why = cause instanceof EventInvalidError ? cause.message : 'What was kept of it cannot be read.'
    return new KlaviyoError(
      'CANNOT_BE_PLANNED',
      `The event can no longer be planned with the settings of account "${account.name}". ${why} Mend the settings, then redeliver it.`,
      { cause },
    )
  }
}

async function deliver(entry: Entry, plan: Plan, { account, signal, logger }: AttemptOptions): Promise<PlanOutcome> {
  const { answeredCount } = entry
  try {
    return await account.deliver(plan, { signal, answeredCount })
  } catch (cause) {
    const operation = plan.requests[answeredCount]?.operation ?? 'unknown'
    if (!signal.aborted)
      logger.error(
        `Delivery of event "${plan.messageId ?? ''}" (${operation}) broke in an unexpected way; it is tried again.`,
        cause,
      )
    const error =
      cause instanceof KlaviyoError
        ? cause
        : new KlaviyoError(
            'UNAVAILABLE',
            `Delivery broke in an unexpected way (${operation}). The log of the gateway has the cause.`,
            { cause },
          )
    // Wrong settings are the same for every event, and a person mends them.
    const scope = cause instanceof ConfigError ? 'account' : 'event'
    return { status: 'retry', error, scope, operation, answeredCount, warnings: [] }
  }
}
