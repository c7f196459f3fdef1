import type { Notes } from '../event/notes.ts'
import type { EventRecord } from '../event/record.ts'
import { trimmed } from '../event/trimmed.ts'
import { metricNameFault } from '../validate/required-fields.ts'
import { flatten, type Filling } from './custom-properties.ts'
import { warnAboutLimits } from './klaviyo-limits.ts'
import { DEFAULT_PAGE_NAME, METRIC_NAME_SOURCES } from './metric.ts'
import { PLACES } from './places.ts'
import type { Reading } from './reading.ts'

/** The types of event that become a Klaviyo event. */
export type MetricType = keyof typeof METRIC_NAME_SOURCES

/** The name of the metric of an event, `undefined` when it has none that is usable. */
export function metricName(event: EventRecord, type: MetricType): string | undefined {
  const sources: readonly string[] = METRIC_NAME_SOURCES[type]
  for (let index = 0; index < sources.length; index++) {
    const source = sources[index] ?? ''
    const name = event[source]
    if (typeof name === 'string' && metricNameFault(name, source) === undefined) return trimmed(name)
  }
  return type === 'page' ? DEFAULT_PAGE_NAME : undefined
}

/** Says that a screen is named by its `name` although it has an `event`, which cannot be one. */
export function warnAboutName(event: EventRecord, type: MetricType, notes: Notes): void {
  const first = event['event']
  if (type !== 'screen' || first === undefined || first === null) return
  const fault = metricNameFault(first, 'event')
  if (fault === undefined || fault.code === 'REQUIRED') return
  notes.warnings.push({
    path: 'event',
    code: 'NOT_USABLE',
    message: `${fault.message} The screen is named by \`name\`.`,
  })
}

/** The attributes of the Klaviyo event of a track, screen or page event, but its metric and its profile. */
export function mapMetric(reading: Reading, notes: Notes): Filling {
  const { values, settings } = reading
  const kept = reading.properties ?? {}
  const properties = settings.flattenProperties ? flatten(kept, true) : kept
  if (reading.isLimited) warnAboutLimits(properties, 'properties', notes)
  const attributes: Filling = { properties }
  const value = values[PLACES.value]
  const currency = values[PLACES.value_currency]
  const uniqueId = values[PLACES.unique_id]
  const time = values[PLACES.time]
  if (value !== undefined) attributes['value'] = value
  if (currency !== undefined) attributes['value_currency'] = currency
  if (uniqueId !== undefined) attributes['unique_id'] = uniqueId
  if (time !== undefined) attributes['time'] = time
  if (settings.backfill) attributes['backfill'] = true
  return attributes
}
