import { type FilterFields, applyFilter, textField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import { notFound } from '../refusal.ts'
import { API_INTEGRATION, metricResource } from '../resources/metric-resource.ts'
import { selfAddress } from '../resources/self-address.ts'
import type { Metric } from '../state/metrics.ts'
import type { Handler } from './handler.ts'
import { filterOf } from './profiles.ts'

const PAGE_SIZE = 200

const FILTERS: FilterFields<Metric> = {
  'integration.name': textField(() => [API_INTEGRATION.name], ['equals']),
  'integration.category': textField(() => [API_INTEGRATION.category], ['equals']),
}

/** Pages through the metrics of the account. */
export const getMetrics: Handler = (call) => {
  const found = applyFilter(call.state.metrics.all(), filterOf(call), FILTERS)
  const { items, links } = pageOf(call, found, { fallbackSize: PAGE_SIZE })
  return { status: 200, body: { data: items.map((metric) => metricResource(metric, call.url.origin)), links } }
}

/** Reads one metric. */
export const getMetric: Handler = ({ state, path, url }) => {
  const id = path['id'] ?? ''
  const metric = state.metrics.byId(id)
  if (metric === undefined) throw notFound('metric', id)
  return { status: 200, body: { data: metricResource(metric, url.origin), links: { self: selfAddress(url) } } }
}
