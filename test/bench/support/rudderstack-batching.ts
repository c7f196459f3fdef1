import { bytesOf, callKindOf, createCallTally, type SizedRequest } from './call-tally.ts'
import type { Endpoints } from './endpoint-facts.ts'
import { createGreedyClient } from './greedy-client.ts'
import { listOf, membersOf } from './subscription-parts.ts'
import type { WayOfSending } from './way-of-sending.ts'

/** Subscriptions of one list in a call of RudderStack. */
const MAX_MEMBER_COUNT = 100

/**
 * A model of what RudderStack's transformer was seen to do: of the events that its router hands over at a time, the
 * subscriptions go by list, at most 100 together; every other request is a call of its own. Bodies are ours.
 */
export function createRudderstackBatching(endpoints: Endpoints, routerInputCount: number): WayOfSending {
  const client = createGreedyClient(endpoints)
  const calls = createCallTally()
  let eventCount = 0
  let waiting = new Map<string, SizedRequest[]>()
  const send = ({ operation, path }: SizedRequest, bytes: number) => {
    client.begin(operation)
    calls.add(path, bytes)
  }
  const flush = () => {
    for (const requests of waiting.values()) {
      for (let from = 0; from < requests.length; from += MAX_MEMBER_COUNT) {
        const together = requests.slice(from, from + MAX_MEMBER_COUNT)
        send(together[0]!, mergedBytes(together))
      }
    }
    waiting = new Map()
  }
  return {
    add(requests) {
      for (const request of requests) {
        if (callKindOf(request.path) !== 'subscriptions') send(request, request.bodyBytes)
        else {
          const key = `${request.operation} ${listOf(request)}`
          waiting.set(key, [...(waiting.get(key) ?? []), request])
        }
      }
      eventCount += 1
      if (eventCount % routerInputCount === 0) flush()
    },
    end() {
      flush()
      return { tally: calls.tally(), lastStartMs: client.lastStartMs() }
    },
  }
}

/** One body around the members of all. */
function mergedBytes(requests: readonly SizedRequest[]): number {
  const memberBytes = requests.map((request) => bytesOf(membersOf(request)[0]))
  const commaCount = requests.length - 1
  return requests[0]!.bodyBytes - memberBytes[0]! + memberBytes.reduce((sum, bytes) => sum + bytes, 0) + commaCount
}
