import type { DispatcherState } from '../dispatch/dispatcher-state.ts'

/**
 * How the delivery of an account stands, as health tells it: names, counts and times, nothing personal. The message of a
 * pause names the operation and what to do about it.
 */
export function toAccountHealth(state: DispatcherState): object {
  const { account, isHolder, pause, heldBy, refusedHelpers } = state
  return {
    account,
    isHolder,
    backlogCount: state.backlogCount,
    takenUpCount: state.takenUpCount,
    isFull: state.isFull,
    inFlightCount: state.inFlightCount,
    unfinishedJobsCount: state.unfinishedJobsCount,
    pause: pause && {
      since: toIsoTime(pause.sinceMs),
      nextTryAt: toIsoTime(pause.nextTryAtMs),
      operation: pause.operation,
      status: pause.status,
      missingScopes: pause.missingScopes,
      message: pause.message,
    },
    pausedOperations: state.pausedOperations.map(({ operation, reason, untilMs }) => ({
      operation,
      reason,
      until: toIsoTime(untilMs),
    })),
    heldBy: heldBy && { operation: heldBy.operation, reason: heldBy.reason, until: toIsoTime(heldBy.untilMs) },
    refusedHelpers,
    rates: state.rates.map(({ operation, windows }) => ({
      operation,
      windows: windows.map(({ window, limitCount, leftCount }) => ({ window, limitCount, leftCount })),
    })),
  }
}

/** Left out for what only an answer of Klaviyo ends. */
function toIsoTime(atMs: number): string | undefined {
  return Number.isFinite(atMs) ? new Date(atMs).toISOString() : undefined
}
