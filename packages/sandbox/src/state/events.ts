import type { Clock } from './clock.ts'
import type { Metric } from './metrics.ts'
import type { Profile } from './profile.ts'
import { type NewEvent, StoredEvent } from './stored-event.ts'

/** The events of the account, in the order in which they were taken. */
export interface EventStore {
  readonly all: () => readonly StoredEvent[]
  readonly byId: (id: string) => StoredEvent | undefined
  /** Whether there is an event of that profile, metric and `unique_id`. */
  readonly has: (key: { profile: Profile; metric: Metric; uniqueId: string }) => boolean
  /**
   * Keeps an event unless there is one of the same profile, metric and `unique_id`; without a `unique_id`, of the
   * same profile, metric and second.
   */
  readonly add: (event: NewEvent) => void
  readonly removeOf: (profile: Profile) => void
}

/** An empty store. */
export function createEventStore({ newId }: Clock): EventStore {
  const keys = new Set<string>()
  const newEventId = () => newId('event')
  let events: StoredEvent[] = []
  let takenCount = 0
  return {
    all: () => events,
    // Few tests read an event by its id; each look-up goes through all of them.
    byId: (id) => events.find((event) => event.id === id),
    has: ({ profile, metric, uniqueId }) => keys.has(keyOf(profile, metric, uniqueId)),
    add: (event) => {
      const key = keyOfEvent(event)
      if (keys.has(key)) return
      keys.add(key)
      takenCount += 1
      events.push(new StoredEvent(event, takenCount, newEventId))
    },
    removeOf: (profile) => {
      for (const event of events) if (event.profile === profile) keys.delete(keyOfEvent(event))
      events = events.filter((event) => event.profile !== profile)
    },
  }
}

const keyOfEvent = ({ profile, metric, uniqueId, timeMs }: NewEvent) =>
  keyOf(profile, metric, uniqueId ?? Math.floor(timeMs / 1000))

/** A text and a second with the same digits are two keys. */
const keyOf = (profile: Profile, metric: Metric, what: string | number) =>
  `${profile.place}/${metric.place}/${typeof what === 'string' ? 'id' : 's'}/${what}`
