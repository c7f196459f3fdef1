import type { JsonObject } from '@rudder-klaviyo/sdk'
import { COMPARISONS, type FilterFields, applyFilter, textField, timeField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import type { SortFields } from '../reading/sort.ts'
import { notFound } from '../refusal.ts'
import { eventResource } from '../resources/event-resource.ts'
import { metricResource } from '../resources/metric-resource.ts'
import { profileResource } from '../resources/profile-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import type { StoredEvent } from '../state/stored-event.ts'
import type { Call, Handler } from './handler.ts'
import { filterOf } from './profiles.ts'

const PAGE_SIZE = 200

const FILTERS: FilterFields<StoredEvent> = {
  metric_id: textField(({ metric }) => [metric.id], ['equals']),
  profile_id: textField(({ profile }) => [profile.id], ['equals']),
  profile: textField(({ profile }) => [profile.id], ['has']),
  metric: textField(({ metric }) => [metric.id], ['has']),
  datetime: timeField(({ timeMs }) => [timeMs], COMPARISONS),
  timestamp: {
    operators: COMPARISONS,
    read: ({ timeMs }) => [Math.floor(timeMs / 1000)],
    literal: (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  },
}

const SORTS: SortFields<StoredEvent> = { datetime: ({ timeMs }) => timeMs, timestamp: ({ timeMs }) => timeMs }

/** Pages through the events of the account. */
export const getEvents: Handler = (call) => {
  const found = applyFilter(call.state.events.all(), filterOf(call), FILTERS)
  const { items, links } = pageOf(call, found, { fallbackSize: PAGE_SIZE, sorts: SORTS })
  const data = items.map((event) => eventResource(event, call.url.origin))
  return { status: 200, body: { data, ...includedWith(call, items), links } }
}

/** Reads one event. */
export const getEvent: Handler = (call) => {
  const id = call.path['id'] ?? ''
  const event = call.state.events.byId(id)
  if (event === undefined) throw notFound('event', id)
  const data = eventResource(event, call.url.origin)
  return { status: 200, body: { data, ...includedWith(call, [event]), links: { self: selfAddress(call.url) } } }
}

/** The profiles and metrics of the events, each once, where `include` asks for them. */
function includedWith({ query, url }: Call, events: readonly StoredEvent[]): JsonObject {
  const include = query['include']
  if (!Array.isArray(include)) return {}
  const metrics = include.includes('metric') ? events.map(({ metric }) => metric) : []
  const profiles = include.includes('profile') ? events.map(({ profile }) => profile) : []
  return {
    included: [
      ...[...new Set(metrics)].map((metric) => metricResource(metric, url.origin)),
      ...[...new Set(profiles)].map((profile) => profileResource(profile, { origin: url.origin })),
    ],
  }
}
