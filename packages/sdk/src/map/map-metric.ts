import type { Notes } from '../event/notes.ts'
import type { EventRecord } from '../event/record.ts'
import { trimmed } from '../event/trimmed.ts'
import { metricNameFault } from '../validate/required-fields.ts'
import { flatten, type Filling } from './custom-properties.ts'
import { warnAboutLimits } from './klaviyo-limits.ts'
import { DEFAULT_PAGE_NAME, METRIC_NAME_SOURCES } from './metric.ts'
import type { MappingContext } from './map-profile.ts'
import type { Reading } from './reading.ts'

/** What happened, in Klaviyo's words. */
export interface MappedMetric {
  /** `undefined` when there is none that is usable, which validation has made an issue of. */
  readonly name: string | undefined
  readonly properties: Filling
  readonly time: string | undefined
  readonly value: number | undefined
  readonly valueCurrency: string | undefined
  readonly uniqueId: string | undefined
}

/** The types of event that become a Klaviyo event. */
export type MetricType = keyof typeof METRIC_NAME_SOURCES

/** The name of the metric of an event, `undefined` when it has none that is usable. */
export function metricName(event: EventRecord, type: MetricType): string | undefined {
  for (const source of METRIC_NAME_SOURCES[type]) {
    const name = event[source]
    if (typeof name === 'string' && metricNameFault(name, source) === undefined) return trimmed(name)
  }
  return type === 'page' ? DEFAULT_PAGE_NAME : undefined
}

/** Maps everything of a track, screen or page event but its person. */
export function mapMetric(
  reading: Reading,
  type: MetricType,
  { event, settings }: MappingContext,
  notes: Notes,
): MappedMetric {
  const properties = settings.flattenProperties ? flatten(reading.properties, true) : reading.properties
  if (reading.isLimited) warnAboutLimits(properties, 'properties', notes)
  const { time, value, valueCurrency, uniqueId } = reading
  return { name: metricName(event, type), properties, time, value, valueCurrency, uniqueId }
}
