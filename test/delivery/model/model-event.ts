import type { Json } from '@rudder-klaviyo/sdk'
import type { TrackStep } from '../step.ts'
import type { ModelProfile } from './model-profile.ts'

/** An event as it must be kept. */
export interface ModelEvent {
  readonly who: ModelProfile
  readonly metric: string
  readonly time: string
  readonly uniqueId: string
  readonly properties: { readonly [name: string]: Json }
  readonly value: number | undefined
  readonly currency: string | undefined
}

/** Adds the event of a step, unless the profile has one of this metric and messageId. */
export function keepEvent(events: ModelEvent[], who: ModelProfile, step: TrackStep): void {
  const { metric, messageId: uniqueId, time, properties, revenue: value, currency } = step
  const isKnown = events.some((event) => event.who === who && event.metric === metric && event.uniqueId === uniqueId)
  if (!isKnown) events.push({ who, metric, time, uniqueId, properties, value, currency })
}
