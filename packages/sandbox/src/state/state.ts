import type { Clock } from './clock.ts'
import { createEventStore, type EventStore } from './events.ts'
import { createJobStore, type JobStore } from './jobs.ts'
import { createListStore, type ListStore } from './lists.ts'
import { createMetricStore, type MetricStore } from './metrics.ts'
import { createProfileStore, type ProfileStore } from './profiles.ts'
import { createRateWindows, type RateWindows } from './rate-windows.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'

/** Everything that one Klaviyo account remembers. */
export interface State {
  readonly profiles: ProfileStore
  readonly events: EventStore
  readonly metrics: MetricStore
  readonly lists: ListStore
  readonly jobs: JobStore
  readonly requests: RequestLog
  readonly rates: RateWindows
}

/** An account in which nothing happened yet. */
export function createState(clock: Clock, maxRequests: number): State {
  return {
    profiles: createProfileStore(clock),
    events: createEventStore(clock),
    metrics: createMetricStore(clock),
    lists: createListStore(clock),
    jobs: createJobStore(clock),
    requests: createRequestLog(maxRequests),
    rates: createRateWindows(clock.now),
  }
}
