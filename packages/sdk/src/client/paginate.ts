import type { JsonObject } from '../event/json.ts'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import { isList, isRecord } from '../event/record.ts'
import type { Call } from './call.ts'
import { DEFAULT_BASE_URL } from './client-options.ts'

/**
 * The resources of a list of Klaviyo, over all its pages; a page is asked for when the one before is used up.
 * @example for await (const list of klaviyo.paginate<{ id: string }>('/api/lists')) console.log(list.id)
 */
export interface Pages<T> extends AsyncIterable<T> {
  /**
   * The first `limit` resources; no page beyond them is asked for.
   * @throws {RangeError} when `limit` is no positive whole number
   */
  toArray(options: { readonly limit: number }): Promise<T[]>
}

/** Which list to page through. */
export interface PageRequest {
  /** The operation id, for messages. */
  readonly operation: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/**
 * Pages through a list by `links.next`. Each loop starts at the first page.
 * @throws what `call` throws, from the loop
 * @throws {KlaviyoError} `UNAVAILABLE`, from the loop, when a page comes back that was there before
 * @example
 * for await (const list of paginate(call, { operation: 'get_lists', path: '/api/lists' })) console.log(list.id)
 */
export function paginate(call: Call, request: PageRequest): Pages<JsonObject> {
  const pages = { [Symbol.asyncIterator]: () => resources(call, request) }
  return { ...pages, toArray: ({ limit }) => firstOf(pages, limit) }
}

async function* resources(call: Call, { query, ...request }: PageRequest): AsyncGenerator<JsonObject, void, void> {
  let next = query
  // A text for each page: a list that leads back to any of them would never end.
  const seen = new Set([JSON.stringify(next ?? {})])
  for (;;) {
    const { body } = await call({ ...request, method: 'GET', ...(next === undefined ? undefined : { query: next }) })
    if (!isRecord(body)) return
    if (isList(body['data'])) yield* body['data'].filter(isRecord)
    const link = isRecord(body['links']) ? body['links']['next'] : undefined
    if (typeof link !== 'string' || link === '') return
    next = queryOf(link)
    const asText = JSON.stringify(next)
    if (seen.has(asText)) throw cameBack(request.operation)
    seen.add(asText)
  }
}

/** Only the query of the link counts: whatever host it names, the key goes to `baseUrl` alone. */
function queryOf(link: string): Readonly<Record<string, string>> {
  return Object.fromEntries(URL.parse(link, DEFAULT_BASE_URL)?.searchParams ?? [])
}

function cameBack(operation: string): KlaviyoError {
  const message = `${operation}: the next page is one that was there before, so the list never ends. Try it again later.`
  return new KlaviyoError('UNAVAILABLE', message)
}

async function firstOf<T>(pages: AsyncIterable<T>, limit: number): Promise<T[]> {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('`limit` must be a whole number above 0.')
  const found: T[] = []
  for await (const resource of pages) {
    found.push(resource)
    if (found.length === limit) break
  }
  return found
}
