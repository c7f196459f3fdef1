import type { Endpoints } from './endpoint-facts.ts'
import { createRateWindows, type RateWindows } from './rate-windows.ts'

/** A client that makes each call as soon as the windows of its operation have room. Answers take no time. */
export interface GreedyClient {
  /** Makes one more call; gives when it begins, in milliseconds from the start. */
  readonly begin: (operation: string) => number
  /** When the last call of all began. */
  readonly lastStartMs: () => number
}

/**
 * The time that a list of calls needs at the least. Operations do not wait for each other, and the first windows begin
 * with the first call: the best case of whoever sends so.
 */
export function createGreedyClient(endpoints: Endpoints): GreedyClient {
  const operations = new Map<string, { windows: RateWindows; atMs: number }>()
  const start = (operation: string) => {
    const facts = endpoints[operation]
    if (facts === undefined) throw new Error(`no facts about the operation ${operation}`)
    const state = { windows: createRateWindows(facts), atMs: 0 }
    operations.set(operation, state)
    return state
  }
  return {
    begin(operation) {
      const state = operations.get(operation) ?? start(operation)
      state.atMs = state.windows.freeFrom(state.atMs)
      state.windows.take(state.atMs)
      return state.atMs
    },
    lastStartMs: () => Math.max(0, ...[...operations.values()].map(({ atMs }) => atMs)),
  }
}
