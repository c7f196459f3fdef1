import type { JsonObject } from '@rudder-klaviyo/sdk'
import { timestamp } from '../state/clock.ts'
import type { StoredEvent } from '../state/stored-event.ts'
import { relationship, selfLink } from './links.ts'

/** An event as Klaviyo answers it: value and `unique_id` are among its properties. */
export function eventResource(event: StoredEvent, origin: string): JsonObject {
  const path = `events/${event.id}`
  return {
    type: 'event',
    id: event.id,
    attributes: {
      timestamp: Math.floor(event.timeMs / 1000),
      event_properties: {
        ...event.properties,
        $event_id: event.uniqueId ?? String(Math.floor(event.timeMs / 1000)),
        ...(event.value === undefined ? {} : { $value: event.value }),
        ...(event.valueCurrency === undefined ? {} : { $value_currency: event.valueCurrency }),
      },
      datetime: timestamp(event.timeMs),
      uuid: event.id,
    },
    relationships: {
      profile: { data: { type: 'profile', id: event.profile.id }, ...relationship(origin, path, 'profile') },
      metric: { data: { type: 'metric', id: event.metric.id }, ...relationship(origin, path, 'metric') },
    },
    links: selfLink(origin, path),
  }
}
