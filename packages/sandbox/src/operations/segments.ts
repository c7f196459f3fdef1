import { type FilterFields, applyFilter, textField, timeField } from '../reading/filter.ts'
import { pageOf } from '../reading/page.ts'
import { notFound } from '../refusal.ts'
import type { Handler } from './handler.ts'
import { filterOf } from './profiles.ts'

const PAGE_SIZE = 10

/** Wrong filters are refused as elsewhere, although there is nothing to filter. */
const FILTERS: FilterFields<never> = {
  id: textField(() => []),
  name: textField(() => []),
  created: timeField(() => [], ['greater-than']),
  updated: timeField(() => [], ['greater-than']),
  is_active: textField(() => []),
  is_starred: textField(() => [], ['equals']),
}

/** The sandbox computes no segments, so there are none. */
export const getSegments: Handler = (call) => {
  const { links } = pageOf(call, applyFilter([], filterOf(call), FILTERS), { fallbackSize: PAGE_SIZE })
  return { status: 200, body: { data: [], links } }
}

/** Whatever is asked of one segment: it does not exist. */
export const getSegment: Handler = ({ path }) => {
  throw notFound('segment', path['id'] ?? '')
}
