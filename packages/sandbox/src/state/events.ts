import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Clock } from './clock.ts'
import type { Metric } from './metrics.ts'
import type { Profile } from './profile.ts'

/** An event as it was taken. */
export interface StoredEvent {
  readonly id: string
  readonly profile: Profile
  readonly metric: Metric
  readonly timeMs: number
  readonly properties: JsonObject
  readonly uniqueId?: string
  readonly value?: number
  readonly valueCurrency?: string
}

/** The events of the account, in the order in which they were taken. */
export interface EventStore {
  readonly all: () => readonly StoredEvent[]
  readonly byId: (id: string) => StoredEvent | undefined
  /**
   * Keeps an event unless there is one of the same profile, metric and `unique_id`; without a `unique_id`, of the
   * same profile, metric and second.
   */
  readonly add: (event: Omit<StoredEvent, 'id'>) => void
  readonly removeOf: (profile: Profile) => void
}

/** An empty store. */
export function createEventStore({ newId }: Clock): EventStore {
  const byKey = new Map<string, StoredEvent>()
  const byId = new Map<string, StoredEvent>()
  return {
    all: () => [...byId.values()],
    byId: (id) => byId.get(id),
    add: (event) => {
      const key = keyOf(event)
      if (byKey.has(key)) return
      const stored = { ...event, id: newId('event') }
      byKey.set(key, stored)
      byId.set(stored.id, stored)
    },
    removeOf: (profile) => {
      for (const [key, event] of byKey) {
        if (event.profile !== profile) continue
        byKey.delete(key)
        byId.delete(event.id)
      }
    },
  }
}

const keyOf = ({ profile, metric, uniqueId, timeMs }: Omit<StoredEvent, 'id'>) =>
  JSON.stringify([profile.id, metric.id, uniqueId ?? Math.floor(timeMs / 1000)])
