import { endpointsOf, type DeliveryAccount, type DeliveryEngine, type DeliveryEntry } from '@rudder-klaviyo/sdk/stages'
import type { AccountPause } from './account-pause.ts'
import type { Tenure } from './tenure.ts'

/** An operation that waits, by Klaviyo's `Retry-After` or after an outage. */
export interface OperationPause {
  readonly operation: string
  readonly reason: 'retry-after' | 'outage'
  readonly untilMs: number
}

/** Something that delivery can do without and the key may not do. */
export interface RefusedHelper {
  readonly helper: string
  readonly operation: string
  readonly missingScopes: readonly string[]
}

/** How the delivery of an account stands, for health. It has no personal data. Times are milliseconds since 1970. */
export interface DispatcherState {
  readonly account: string
  /** Whether this process delivers; another one does otherwise, or takes over within seconds. */
  readonly isHolder: boolean
  /** Calls that carry events and have no answer yet. */
  readonly inFlightCount: number
  readonly takenUpCount: number
  /** Whether no more are taken up: what a pause holds back may hold back others. */
  readonly isFull: boolean
  /** Events that are not settled, counted every 10 s; `undefined` before the first count. */
  readonly backlogCount: number | undefined
  /** Bulk imports that Klaviyo has not finished. */
  readonly unfinishedJobsCount: number
  readonly pausedOperations: readonly OperationPause[]
  readonly pause: AccountPause | undefined
  readonly refusedHelpers: readonly RefusedHelper[]
  /** What holds back events that could go. */
  readonly heldBy: ReturnType<DeliveryEngine<DeliveryEntry>['heldBy']>
  /** How much of Klaviyo's limits is left, for the operations that were used. */
  readonly rates: ReturnType<DeliveryAccount['limiter']['state']>
}

/** What is known beside the tenure. */
export type OuterState = Pick<DispatcherState, 'account' | 'isHolder' | 'backlogCount' | 'pause'>

/** The state of an account, by its tenure if there is one. */
export function dispatcherState(outer: OuterState, tenure: Tenure | undefined): DispatcherState {
  if (tenure === undefined) return { ...outer, ...NOTHING }
  const { engine, delivery } = tenure
  const rates = delivery.limiter.state()
  const endpoints = endpointsOf(delivery.revision)
  return {
    ...outer,
    inFlightCount: engine.callsUnderWayCount,
    takenUpCount: engine.size,
    isFull: tenure.isFull,
    unfinishedJobsCount: delivery.jobs.unfinishedCount,
    pausedOperations: rates.flatMap(({ operation, pause }) => (pause === undefined ? [] : [{ operation, ...pause }])),
    refusedHelpers: delivery.helpers.refused().map(({ helper, operation }) => ({
      helper,
      operation,
      missingScopes: endpoints[operation]?.scopes ?? [],
    })),
    heldBy: engine.heldBy(),
    rates,
  }
}

const NOTHING = {
  inFlightCount: 0,
  takenUpCount: 0,
  isFull: false,
  unfinishedJobsCount: 0,
  pausedOperations: [],
  refusedHelpers: [],
  heldBy: undefined,
  rates: [],
} as const
