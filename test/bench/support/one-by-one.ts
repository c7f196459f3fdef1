import { createCallTally } from './call-tally.ts'
import type { Endpoints } from './endpoint-facts.ts'
import { createGreedyClient } from './greedy-client.ts'
import type { WayOfSending } from './way-of-sending.ts'

/** Each planned request is a call of its own. */
export function createOneByOne(endpoints: Endpoints): WayOfSending {
  const client = createGreedyClient(endpoints)
  const calls = createCallTally()
  return {
    add(requests) {
      for (const { operation, path, bodyBytes } of requests) {
        client.begin(operation)
        calls.add(path, bodyBytes)
      }
    },
    end: () => ({ tally: calls.tally(), lastStartMs: client.lastStartMs() }),
  }
}
