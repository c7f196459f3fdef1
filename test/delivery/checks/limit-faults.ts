import type { Revision } from '@rudder-klaviyo/sdk'
import type { CallKind, SentCall } from './sent-calls.ts'

/** Most bytes of a body, people and events of a call, by Klaviyo's documents. */
interface Limit {
  readonly bytes: number
  readonly people: number
  readonly events: number
}

const MEGABYTES_5 = 5_000_000
const KILOBYTES_100 = 100_000

const limitsOf = (revision: Revision): Readonly<Record<CallKind, Limit>> => {
  const isNew = revision === '2026-07-15'
  return {
    import: { bytes: isNew ? KILOBYTES_100 : MEGABYTES_5, people: 1, events: 0 },
    'bulk import': { bytes: MEGABYTES_5, people: 10_000, events: 0 },
    event: { bytes: MEGABYTES_5, people: 1_000, events: 1_000 },
    subscribe: { bytes: Infinity, people: isNew ? 1_000 : 100, events: 0 },
    unsubscribe: { bytes: Infinity, people: 100, events: 0 },
    read: { bytes: 0, people: 0, events: 0 },
  }
}

/** Which calls are larger than Klaviyo takes, in words; nothing when none is. */
export function limitFaults(calls: readonly SentCall[], revision: Revision): readonly string[] {
  const limits = limitsOf(revision)
  return calls.flatMap(({ kind, entries, exchange }) => {
    const limit = limits[kind]
    const eventCount = entries.reduce((sum, { uniqueIds }) => sum + uniqueIds.length, 0)
    return [
      ...(exchange.bodyBytes > limit.bytes ? [`a ${kind} has ${exchange.bodyBytes} bytes`] : []),
      ...(entries.length > limit.people ? [`a ${kind} has ${entries.length} people`] : []),
      ...(eventCount > limit.events ? [`a ${kind} has ${eventCount} events`] : []),
    ]
  })
}
