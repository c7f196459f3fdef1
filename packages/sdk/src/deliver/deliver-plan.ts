import type { Call } from '../client/call.ts'
import { ConfigError } from '../errors/config-error.ts'
import { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { Plan } from '../plan/planned-request.ts'
import { REVISIONS, type Revision } from '../revision.ts'
import { deliverRequest, type RequestFailure } from './deliver-request.ts'
import type { ClashingIdentifier } from './import-profile.ts'
import type { PlanOutcome } from './outcome.ts'
import { kindOfOperation } from './retry-policy.ts'

/** What delivery works with. */
export interface DeliverySetup {
  /** Makes one call; what paces calls is wrapped around it. */
  readonly call: Call
  /** The revision that `call` speaks. */
  readonly revision: Revision
}

/** How one plan is delivered. */
export interface DeliverOptions {
  /** Ends it at once; what Klaviyo did with the call under way is unknown then. */
  readonly signal: AbortSignal
  /** How many requests an earlier try had answered (`answeredCount` of its outcome); they are not sent again. @default 0 */
  readonly answeredCount?: number
}

/** Delivers one plan. Failures of Klaviyo and of the network are outcomes. */
export type Delivery = (plan: Plan, options: DeliverOptions) => Promise<PlanOutcome>

/**
 * Delivery of plans, one try each: one request after the other, in the order of the plan. It neither waits nor tries
 * again; who keeps the events decides that by the outcome. `warnings` of an outcome are those of this try.
 * @throws {ConfigError} from the delivery, for a plan of another revision
 * @throws the reason of the signal, from the delivery, when that ended it
 * @example
 * const call = createCall({ apiKey: readKey, revision: '2024-06-15' })
 * const deliver = createDelivery({ call, revision: '2024-06-15' })
 */
export function createDelivery({ call, revision }: DeliverySetup): Delivery {
  const facts = REVISIONS[revision]
  return async (plan, { signal, answeredCount = 0 }) => {
    if (plan.revision !== revision) throw otherRevision(plan.revision, revision)
    const warnings: EventWarning[] = []
    let removed: ReadonlySet<ClashingIdentifier> = new Set()
    let rejection: RequestFailure | undefined
    let counted = answeredCount
    for (const request of plan.requests.slice(answeredCount)) {
      // Of a person whose profile was refused nothing more is sent but the wish for fewer messages.
      if (rejection !== undefined && kindOfOperation(request.operation, facts) !== 'unsubscribe') continue
      const outcome = await deliverRequest(request, { call, facts, signal, removed })
      if (outcome.status === 'answered') {
        warnings.push(...outcome.warnings)
        removed = new Set([...removed, ...outcome.removed])
        // A next try starts behind the last success in a row. An import that lost an identifier goes again, an upsert,
        // since what comes behind it has to know what to leave out.
        if (rejection === undefined && removed.size === 0) counted += 1
      } else if (outcome.scope === 'none') {
        rejection ??= outcome
      } else {
        const { error, operation, scope } = outcome
        return { status: 'retry', error, scope, operation, ...retryAfter(outcome), answeredCount: counted, warnings }
      }
    }
    if (rejection === undefined) return { status: 'delivered', warnings }
    return { status: 'rejected', error: rejection.error, operation: rejection.operation, warnings }
  }
}

function retryAfter({ error }: RequestFailure): { retryAfterMs?: number } {
  return error instanceof KlaviyoApiError && error.retryAfterMs !== undefined
    ? { retryAfterMs: error.retryAfterMs }
    : {}
}

function otherRevision(planned: Revision, spoken: Revision): ConfigError {
  const message = `The plan is of revision ${planned}, and this delivery speaks ${spoken}: plan the event again with the settings of the delivery.`
  return new ConfigError([{ path: 'revision', code: 'NOT_USABLE', message }])
}
