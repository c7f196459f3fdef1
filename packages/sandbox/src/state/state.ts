import type { Settings } from '../options.ts'
import { type ConsentOrder, createConsentOrder } from '../violations/consent-order.ts'
import { type ViolationLog, createViolationLog } from '../violations/violation-log.ts'
import type { Clock } from './clock.ts'
import { createEventStore, type EventStore } from './events.ts'
import { createJobStore, type JobStore } from './jobs.ts'
import { createListStore, type ListStore } from './lists.ts'
import { createMetricStore, type MetricStore } from './metrics.ts'
import { createProfileStore, type ProfileStore } from './profiles.ts'
import { createRateWindows, type RateWindows } from './rate-windows.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'
import { createSubscribes, type Subscribes } from './subscribes.ts'

/** Everything that one Klaviyo account remembers. */
export interface State {
  readonly profiles: ProfileStore
  readonly events: EventStore
  readonly metrics: MetricStore
  readonly lists: ListStore
  readonly subscribes: Subscribes
  readonly jobs: JobStore
  readonly requests: RequestLog
  readonly rates: RateWindows
  readonly violations: ViolationLog
  readonly consentOrder: ConsentOrder
}

/** An account in which nothing happened yet. */
export function createState(clock: Clock, settings: Settings): State {
  const profiles = createProfileStore(clock)
  const violations = createViolationLog()
  return {
    profiles,
    events: createEventStore(clock),
    metrics: createMetricStore(clock),
    lists: createListStore(clock),
    subscribes: createSubscribes(),
    jobs: createJobStore(clock),
    requests: createRequestLog(settings.maxRequests),
    rates: createRateWindows(clock.now, settings),
    violations,
    consentOrder: createConsentOrder({ ...settings, now: clock.now, profiles, report: violations.add }),
  }
}
