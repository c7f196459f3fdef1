import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Call } from '../operations/handler.ts'
import { selfAddress } from '../resources/self-address.ts'
import { CURSOR, type Cursor, readCursor, writeCursor } from './cursor.ts'
import { type Order, type Placed, type SortFields, orderOf } from './sort.ts'

const SIZE = 'page[size]'

/** A page of a list and the links around it. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly links: JsonObject
}

/** How a list is paged through. */
export interface Paging<Item> {
  /** Holds where the operation has no `page[size]`. */
  readonly fallbackSize: number
  /** @default none: the items stay in the order of their places */
  readonly sorts?: SortFields<Item>
}

/**
 * The page that a request asks for, of items in the order of their places. A cursor names the item that it lies at, so
 * nothing is skipped or shown twice when items come or go between two pages.
 * Throws a 400 for a cursor that this sandbox did not give out.
 */
export function pageOf<Item extends Placed>(call: Call, items: readonly Item[], paging: Paging<Item>): Page<Item> {
  const sort = textOf(call.query['sort']) ?? ''
  const order = orderOf(sort, paging.sorts ?? {})
  const sorted = order.sort(items)
  const text = textOf(call.query[CURSOR])
  const cursor = text === undefined ? undefined : readCursor(text, sort)
  const { start, end } = rangeOf(sorted, order, { cursor, size: sizeOf(call, paging.fallbackSize) })
  const page = sorted.slice(start, end)
  const linkTo = (side: Cursor['side'], item: Item | undefined) => {
    const position = item === undefined ? cursor?.position : order.positionOf(item)
    return position === undefined
      ? {}
      : { [side === 'after' ? 'next' : 'prev']: at(call.url, { side, position }, sort) }
  }
  return {
    items: page,
    links: {
      self: selfAddress(call.url),
      ...(start > 0 ? linkTo('before', page[0]) : {}),
      ...(end < sorted.length ? linkTo('after', page.at(-1)) : {}),
    },
  }
}

interface Wanted {
  readonly cursor: Cursor | undefined
  readonly size: number
}

function rangeOf<Item>(sorted: readonly Item[], order: Order<Item>, { cursor, size }: Wanted) {
  if (cursor === undefined) return { start: 0, end: size }
  const { side, position } = cursor
  const isBehind = (item: Item) => {
    const compared = order.compare(order.positionOf(item), position)
    return side === 'after' ? compared > 0 : compared >= 0
  }
  const border = firstIndex(sorted, isBehind)
  return side === 'after' ? { start: border, end: border + size } : { start: Math.max(0, border - size), end: border }
}

/** The first for which it holds; it holds for all after that one too. */
function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let from = 0
  let to = items.length
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    const item = items[middle]
    if (item !== undefined && holds(item)) to = middle
    else from = middle + 1
  }
  return from
}

function sizeOf({ query, operation }: Call, fallbackSize: number): number {
  const asked = query[SIZE] ?? operation.parameters.find(({ name }) => name === SIZE)?.default
  return typeof asked === 'number' ? asked : fallbackSize
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

function at(url: URL, cursor: Cursor, sort: string): string {
  const page = new URL(url)
  page.searchParams.set(CURSOR, writeCursor(cursor, sort))
  return page.href
}
