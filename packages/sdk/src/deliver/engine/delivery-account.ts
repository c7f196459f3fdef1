import type { Call, CallAnswer, CallRequest } from '../../client/call.ts'
import type { Endpoint } from '../../client/endpoint.ts'
import { KlaviyoApiError } from '../../errors/klaviyo-api-error.ts'
import { REVISIONS, type Revision, type RevisionFacts } from '../../revision.ts'
import { bulkLimitsOf, type BulkLimits } from '../../batch/call-limits.ts'
import type { Clock } from '../../clock.ts'
import { createRateLimiter, type RateLimiter, type Slot } from '../rate/rate-limiter.ts'
import { RETRY_RULES } from '../retry-policy.ts'
import { createConsentHistory, type ConsentHistory } from './consent-history.ts'
import { createHelpers, type Helpers } from './helpers.ts'
import { createImportJobs, type ImportJobs } from './import-jobs.ts'
import { createSlotLine, type SlotLine } from './slot-line.ts'

/**
 * What delivery knows of one Klaviyo account, over everything that is sent for it.
 * @example const unfinished = ({ jobs }: DeliveryAccount) => jobs.unfinishedCount
 */
export interface DeliveryAccount {
  readonly revision: Revision
  readonly facts: RevisionFacts
  readonly limits: BulkLimits
  readonly clock: Clock
  readonly limiter: RateLimiter
  readonly line: SlotLine
  readonly helpers: Helpers
  readonly jobs: ImportJobs
  /**
   * Makes one call that has its slot. A 429 pauses the operation.
   * @throws what `Call` throws
   */
  call(request: CallRequest, slot: Slot): Promise<CallAnswer>
  /** Makes one call when there is a slot for it. Throws what `Call` throws, and the reason of the signal. */
  callInTurn(request: CallRequest & { readonly signal: AbortSignal }): Promise<CallAnswer>
  /** Told when a call was answered: there may be room for another. Gives the way to stop. */
  onAnswered(listener: () => void): () => void
  /** The last changes of consent, over everything that is sent for the account. Opposite ones are `gapMs` apart. */
  consents(gapMs: number): ConsentHistory
  /** Calls made so far. */
  readonly callCount: number
}

/** What an account's delivery works with. */
export interface DeliveryAccountOptions {
  /** Makes one attempt of one call. */
  readonly call: Call
  readonly revision: Revision
  readonly endpoints: Readonly<Record<string, Endpoint>>
  /** The share of Klaviyo's limits that is used. */
  readonly rateShare: number
  readonly clock: Clock
  /** Whether another process may just have sent for the account. */
  readonly isNewHolder?: boolean
}

/**
 * The delivery of one account; nothing has been sent yet.
 * @example const account = createDeliveryAccount({ call, revision: '2024-06-15', endpoints: endpointsOf('2024-06-15'), rateShare: 0.9, clock: systemClock })
 */
export function createDeliveryAccount(options: DeliveryAccountOptions): DeliveryAccount {
  const { revision, endpoints, rateShare, clock, isNewHolder = false } = options
  const facts = REVISIONS[revision]
  const limiter = createRateLimiter({ endpoints, share: rateShare, clock, isNewHolder })
  const line = createSlotLine(limiter, clock)
  const listeners = new Set<() => void>()
  let callCount = 0
  let consents: ConsentHistory | undefined

  const call: DeliveryAccount['call'] = async (request, slot) => {
    callCount += 1
    try {
      const answer = await options.call(request)
      slot.answered(answer.headers)
      return answer
    } catch (error) {
      slot.answered()
      if (error instanceof KlaviyoApiError && error.code === 'RATE_LIMITED') {
        const waitMs = error.retryAfterMs ?? RETRY_RULES.RATE_LIMITED.waitMs
        limiter.pause(request.operation, clock.now() + waitMs, 'retry-after')
      }
      throw error
    } finally {
      line.serve()
      for (const listener of listeners) listener()
    }
  }
  const callInTurn: DeliveryAccount['callInTurn'] = async (request) =>
    call(request, await line.acquire(request.operation, request.signal))

  return {
    revision,
    facts,
    limits: bulkLimitsOf(endpoints, facts),
    clock,
    limiter,
    line,
    helpers: createHelpers(),
    jobs: createImportJobs({ callInTurn, clock, reads: facts.reads }),
    call,
    callInTurn,
    consents: (gapMs) => (consents ??= createConsentHistory(gapMs)),
    onAnswered(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get callCount() {
      return callCount
    },
  }
}
