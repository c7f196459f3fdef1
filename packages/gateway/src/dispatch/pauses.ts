import { operationBit } from '../outbox/event-bits.ts'
import { backoffMs } from './backoff.ts'

/** Outage-like failures of an operation in a row after which it is paused; one success ends the row. */
const OUTAGE_STREAK_COUNT = 8
const MAX_OPERATION_PAUSE_MS = 60_000
/** A refused key is tried with one real call this often. */
const ACCOUNT_PROBE_MS = 30_000

/** A pause as health shows it. */
export interface OperationPause {
  readonly operation: string
  readonly untilMs: number
}

/** The pause of a whole account: Klaviyo refused the key. */
export interface AccountPause {
  readonly sinceMs: number
  readonly nextTryAtMs: number
  readonly message: string
}

/** What has to wait for reasons that are about no single event. */
export interface Pauses {
  /** Bits of the operations that are paused now. */
  pausedOps(nowMs: number): number
  operations(nowMs: number): readonly OperationPause[]
  account(): AccountPause | undefined
  /** When the next pause ends; `undefined` without any. */
  nextEndMs(nowMs: number): number | undefined
  /** Pauses an operation for `retryAfterMs`, or with a backoff; gives the end. */
  pauseOperation(
    operation: string,
    options: { nowMs: number; retryAfterMs: number | undefined; random: number },
  ): number
  /** Pauses the account until the next try; gives its time. */
  pauseAccount(message: string, nowMs: number): number
  /** A failure that an outage would explain: many in a row pause the operation. */
  noteOutage(operation: string, options: { nowMs: number; random: number }): void
  /** Whether the operation has succeeded since: its outage is no excuse then. */
  isProvenSince(operation: string, sinceMs: number): boolean
  /** These operations (bits) succeeded. */
  noteSuccess(ops: number, nowMs: number): void
  /** Klaviyo took the key. */
  resumeAccount(): void
}

interface OperationState {
  readonly operation: string
  untilMs: number
  pausesInRow: number
  outagesInRow: number
  successAtMs: number
}

/** Nothing is paused. */
export function createPauses(): Pauses {
  const states = new Map<number, OperationState>()
  let accountPause: AccountPause | undefined

  const stateOf = (operation: string): OperationState => {
    const bit = operationBit(operation)
    const state = states.get(bit) ?? { operation, untilMs: 0, pausesInRow: 0, outagesInRow: 0, successAtMs: -Infinity }
    states.set(bit, state)
    return state
  }
  const paused = (nowMs: number) => [...states].filter(([, state]) => state.untilMs > nowMs)

  const pauseOperation: Pauses['pauseOperation'] = (operation, { nowMs, retryAfterMs, random }) => {
    const state = stateOf(operation)
    // Calls that were under way together fail together: they are one pause.
    if (state.untilMs <= nowMs) state.pausesInRow += 1
    const pauseMs = retryAfterMs ?? Math.min(MAX_OPERATION_PAUSE_MS, backoffMs(state.pausesInRow, random))
    state.untilMs = Math.max(state.untilMs, nowMs + pauseMs)
    return state.untilMs
  }

  return {
    pauseOperation,
    pausedOps: (nowMs) => paused(nowMs).reduce((bits, [bit]) => bits | bit, 0),
    operations: (nowMs) => paused(nowMs).map(([, { operation, untilMs }]) => ({ operation, untilMs })),
    account: () => accountPause,
    nextEndMs(nowMs) {
      const ends = paused(nowMs).map(([, state]) => state.untilMs)
      if (accountPause !== undefined) ends.push(accountPause.nextTryAtMs)
      const coming = ends.filter((endMs) => endMs > nowMs)
      return coming.length === 0 ? undefined : Math.min(...coming)
    },
    pauseAccount(message, nowMs) {
      const nextTryAtMs = nowMs + ACCOUNT_PROBE_MS
      accountPause = { sinceMs: accountPause?.sinceMs ?? nowMs, nextTryAtMs, message }
      return nextTryAtMs
    },
    noteOutage(operation, { nowMs, random }) {
      const state = stateOf(operation)
      state.outagesInRow += 1
      if (state.outagesInRow >= OUTAGE_STREAK_COUNT)
        pauseOperation(operation, { nowMs, retryAfterMs: undefined, random })
    },
    isProvenSince: (operation, sinceMs) => stateOf(operation).successAtMs >= sinceMs,
    noteSuccess(ops, nowMs) {
      for (const [bit, state] of states) {
        if ((bit & ops) === 0) continue
        Object.assign(state, { pausesInRow: 0, outagesInRow: 0, successAtMs: nowMs })
      }
    },
    resumeAccount() {
      accountPause = undefined
    },
  }
}
