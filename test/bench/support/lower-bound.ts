import { bytesOf, createCallTally, type SizedRequest } from './call-tally.ts'
import { endpointAt, type Endpoints } from './endpoint-facts.ts'
import { createGreedyClient } from './greedy-client.ts'
import { at, listOf, membersOf } from './subscription-parts.ts'
import type { WayOfSending } from './way-of-sending.ts'

const EVENTS = '/api/event-bulk-create-jobs'
const PROFILES = '/api/profile-bulk-import-jobs'

/**
 * What Klaviyo's limits let nobody go below: every event once and each profile once, in calls that are full by count or
 * by bytes, made as soon as the windows allow. It has the whole stream at once and waits for nobody's order.
 */
export function createLowerBound(endpoints: Endpoints): WayOfSending {
  const events = { count: 0, bytes: 0 }
  const profiles = new Map<string, number>()
  const members = new Map<string, Map<string, number>>()
  const note = (request: SizedRequest) => {
    switch (request.path) {
      case '/api/events': {
        // The profile of an event may be shared with others of the same call, the rest of it is in no other.
        const profileBytes = bytesOf(at(request.body, ['data', 'attributes', 'profile']))
        events.count += 1
        events.bytes += request.bodyBytes - profileBytes
        break
      }
      case '/api/profile-import':
        keepLeast(profiles, request.body['data'], request.bodyBytes)
        break
      default: {
        const key = `${request.path} ${listOf(request)}`
        const known = members.get(key) ?? new Map<string, number>()
        members.set(key, known)
        for (const member of membersOf(request)) keepLeast(known, member, bytesOf(member))
      }
    }
  }
  return {
    add: (requests) => requests.forEach(note),
    end() {
      const calls = createCallTally()
      const client = createGreedyClient(endpoints)
      const send = (path: string, count: number, bytes: number) => {
        const { operation, limits } = endpointAt(endpoints, path)
        const byCount = count / (limits['maxEventsCount'] ?? limits['maxProfilesCount'] ?? Infinity)
        const callCount = Math.ceil(Math.max(byCount, bytes / (limits['maxBodyBytes'] ?? Infinity)))
        calls.add(path, bytes, callCount)
        for (let call = 0; call < callCount; call++) client.begin(operation)
      }
      send(EVENTS, events.count, events.bytes)
      send(PROFILES, profiles.size, sumOf(profiles))
      for (const [key, known] of members) send(key.split(' ')[0]!, known.size, sumOf(known))
      return { tally: calls.tally(), lastStartMs: client.lastStartMs() }
    },
  }
}

/** A profile of a planned body, as far as it says who it is. */
interface PlannedProfile {
  readonly id?: string
  readonly attributes: { readonly email?: string; readonly phone_number?: string; readonly external_id?: string }
}

/** Whatever a profile is sent with, it is no less than the least that was planned for it. */
function keepLeast(known: Map<string, number>, profile: unknown, bytes: number): void {
  const { id, attributes } = profile as PlannedProfile
  const key = attributes.email ?? attributes.phone_number ?? attributes.external_id ?? id ?? ''
  known.set(key, Math.min(bytes, known.get(key) ?? Infinity))
}

const sumOf = (bytes: ReadonlyMap<string, number>): number => [...bytes.values()].reduce((sum, one) => sum + one, 0)
