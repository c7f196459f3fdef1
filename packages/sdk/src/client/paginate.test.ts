import { describe, expect, it } from 'vitest'
import { createCall } from './call.ts'
import { paginate } from './paginate.ts'
import { recordingFetch, type Answer } from './testing/recording-fetch.ts'

/** Lists in pages of two; the links name a host that must not get the key. */
const pagesOf =
  (count: number): Answer =>
  ({ url }) => {
    const start = Number(url.searchParams.get('page[cursor]') ?? '0')
    const data = Array.from({ length: Math.min(2, count - start) }, (_, index) => ({
      type: 'list',
      id: String(start + index),
    }))
    const next = `https://elsewhere.example/api/lists?sort=name&page%5Bcursor%5D=${start + 2}`
    return Response.json({ data, links: { self: 'x', next: start + 2 < count ? next : null } })
  }

function listsBy(answer: Answer) {
  const { fetch, sent } = recordingFetch(answer)
  const call = createCall({ apiKey: 'pk_1', revision: '2024-06-15', fetch })
  return { sent, lists: paginate(call, { operation: 'get_lists', path: '/api/lists', query: { sort: 'name' } }) }
}

async function idsOf(pages: AsyncIterable<{ readonly id?: unknown }>): Promise<unknown[]> {
  const ids: unknown[] = []
  for await (const { id } of pages) ids.push(id)
  return ids
}

describe('paginate', () => {
  it.each([0, 1, 2, 3, 5])('gives all of %i resources once, in order, page by page', async (count) => {
    const { lists, sent } = listsBy(pagesOf(count))
    expect(await idsOf(lists)).toEqual(Array.from({ length: count }, (_, index) => String(index)))
    expect(sent).toHaveLength(Math.max(1, Math.ceil(count / 2)))
  })

  it('keeps to its own host and query', async () => {
    const { lists, sent } = listsBy(pagesOf(3))
    await idsOf(lists)
    expect(sent.map(({ url }) => url.host)).toEqual(['a.klaviyo.com', 'a.klaviyo.com'])
    expect(sent.map(({ url }) => url.searchParams.get('sort'))).toEqual(['name', 'name'])
  })

  it('starts again in a second loop', async () => {
    const { lists } = listsBy(pagesOf(3))
    expect([await idsOf(lists), await idsOf(lists)]).toEqual([
      ['0', '1', '2'],
      ['0', '1', '2'],
    ])
  })

  it.each([
    { limit: 1, calls: 1, count: 1 },
    { limit: 2, calls: 1, count: 2 },
    { limit: 3, calls: 2, count: 3 },
    { limit: 100, calls: 3, count: 5 },
  ])('toArray takes $count of 5 with a limit of $limit in $calls calls', async ({ limit, calls, count }) => {
    const { lists, sent } = listsBy(pagesOf(5))
    expect(await lists.toArray({ limit })).toHaveLength(count)
    expect(sent).toHaveLength(calls)
  })

  it.each([0, -1, 1.5, Number.NaN])('toArray refuses the limit %d', async (limit) => {
    await expect(listsBy(pagesOf(5)).lists.toArray({ limit })).rejects.toThrow(RangeError)
  })

  it('ends with an error, not never, when a later page leads back to an earlier one', async () => {
    const { lists, sent } = listsBy(({ url }) => {
      const page = Number(url.searchParams.get('page[cursor]') ?? '0')
      const next = `https://a.klaviyo.com/api/lists?sort=name&page%5Bcursor%5D=${page === 3 ? 1 : page + 1}`
      return Response.json({ data: [{ type: 'list', id: String(page) }], links: { next } })
    })
    // The limit ends what would otherwise not end.
    await expect(lists.toArray({ limit: 50 })).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(sent).toHaveLength(4)
  })

  it('ends with an error, not never, when a page names itself as the next', async () => {
    const { lists, sent } = listsBy(() => Response.json({ data: [], links: { next: '/api/lists?sort=name' } }))
    await expect(idsOf(lists)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(sent).toHaveLength(1)
  })
})
