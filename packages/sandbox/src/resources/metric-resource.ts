import type { JsonObject } from '@rudder-klaviyo/sdk'
import { timestamp } from '../state/clock.ts'
import type { Metric } from '../state/metrics.ts'
import { selfLink } from './links.ts'

/** The integration of every metric that comes through the API. */
export const API_INTEGRATION = { object: 'integration', id: 'api', name: 'API', category: 'API' } as const

/** A metric as Klaviyo answers it. */
export function metricResource({ id, name, createdMs }: Metric, origin: string): JsonObject {
  const created = timestamp(createdMs)
  return {
    type: 'metric',
    id,
    attributes: { name, created, updated: created, integration: API_INTEGRATION },
    links: selfLink(origin, `metrics/${id}`),
  }
}
