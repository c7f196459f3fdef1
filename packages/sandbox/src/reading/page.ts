import type { JsonObject } from '@rudder-klaviyo/sdk'
import type { Call } from '../operations/handler.ts'
import { Refusal } from '../refusal.ts'
import { selfAddress } from '../resources/self-address.ts'

const SIZE = 'page[size]'
const CURSOR = 'page[cursor]'

/** A page of a list and the links around it. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly links: JsonObject
}

/**
 * The page that a request asks for. `fallbackSize` holds where the operation has no `page[size]`.
 * Throws a 400 for a cursor that this sandbox did not give out.
 */
export function pageOf<Item>(call: Call, items: readonly Item[], fallbackSize: number): Page<Item> {
  const start = startOf(call)
  const size = sizeOf(call, fallbackSize)
  const url = call.url
  return {
    items: items.slice(start, start + size),
    links: {
      self: selfAddress(url),
      ...(start > 0 ? { prev: at(url, Math.max(0, start - size)) } : {}),
      ...(start + size < items.length ? { next: at(url, start + size) } : {}),
    },
  }
}

function sizeOf({ query, operation }: Call, fallbackSize: number): number {
  const asked = query[SIZE] ?? operation.parameters.find(({ name }) => name === SIZE)?.default
  return typeof asked === 'number' ? asked : fallbackSize
}

function startOf({ query }: Call): number {
  const cursor = query[CURSOR]
  if (cursor === undefined) return 0
  const start = Buffer.from(String(cursor), 'base64url').toString()
  if (!/^start:\d{1,15}$/.test(start)) {
    throw new Refusal(400, [{ parameter: CURSOR, detail: 'The cursor is not from the links of a page.' }])
  }
  return Number(start.slice('start:'.length))
}

function at(url: URL, start: number): string {
  const page = new URL(url)
  page.searchParams.set(CURSOR, Buffer.from(`start:${start}`).toString('base64url'))
  return page.href
}
