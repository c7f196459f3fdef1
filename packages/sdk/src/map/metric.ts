import type { FieldRow } from './mapping-table.ts'

/** The name of a page view that has none, with the option `pageAsTrack`. */
export const DEFAULT_PAGE_NAME = 'Page Viewed'

/** The fields of a Klaviyo event beside its profile, its metric and its properties. */
export const METRIC_ROWS = {
  time: { to: 'time', from: ['timestamp', 'originalTimestamp'], as: 'time' },
  value: { to: 'value', from: ['properties.revenue', 'properties.total', 'properties.value'], as: 'number' },
  valueCurrency: { to: 'value_currency', from: ['properties.currency', 'properties.value_currency'], as: 'currency' },
  uniqueId: { to: 'unique_id', from: ['messageId'], as: 'string' },
} as const satisfies Record<string, FieldRow>

/** Where the name of the metric stands in each type of event that becomes one. */
export const METRIC_NAME_SOURCES = {
  track: ['event'],
  screen: ['event', 'name'],
  page: ['name'],
} as const satisfies Record<string, readonly string[]>

/** Keys of the root `properties` that are read, not kept: at the top level only, by their exact names. */
export const EXCLUDED_PROPERTIES: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'revenue',
  'total',
  'value',
  'value_currency',
  'currency',
])
