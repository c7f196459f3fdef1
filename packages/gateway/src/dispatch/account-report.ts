import type { Lease, OutboxStore } from '../outbox/outbox-store.ts'
import type { AccountPauses } from './account-pause.ts'
import type { Clock } from './clock.ts'

/** A count reads every row that waits: about 0.06 s a million. */
const COUNT_EVERY_MS = 10_000

/** Keeps what others see of an account up to date. */
export interface AccountReporter {
  /** How many events waited when they were last counted; `undefined` before the first count. */
  readonly backlogCount: number | undefined
  /** Counts and reports, when it is time. */
  beat(lease: Lease): Promise<void>
}

/** A reporter for the holder of an account. */
export function createAccountReporter(store: OutboxStore, clock: Clock, pauses: AccountPauses): AccountReporter {
  let backlogCount: number | undefined
  let countedAtMs = -Infinity
  let reportedPauseMs: number | undefined

  return {
    get backlogCount() {
      return backlogCount
    },
    async beat(lease) {
      const pause = pauses.current()
      const isCountDue = clock.monotonic() - countedAtMs >= COUNT_EVERY_MS
      if (!isCountDue && pause?.nextTryAtMs === reportedPauseMs) return
      if (isCountDue) {
        backlogCount = await store.countBacklog(lease.account)
        countedAtMs = clock.monotonic()
      }
      await store.report(lease, {
        ...(isCountDue && backlogCount !== undefined ? { backlogCount } : undefined),
        pausedUntilMs: pause?.nextTryAtMs,
        lastError: pause === undefined ? undefined : JSON.stringify({ message: pause.message }),
      })
      reportedPauseMs = pause?.nextTryAtMs
    },
  }
}
