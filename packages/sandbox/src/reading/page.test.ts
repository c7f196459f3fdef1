import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asObject } from '../as-object.ts'
import { bulkEventsBody, bulkImportBody } from '../testing/bodies.ts'
import { type Client, type Reply, createClient, dataOf } from '../testing/client.ts'

const linkOf = ({ body }: Reply, name: string) => {
  const link = asObject(body['links'])[name]
  return typeof link === 'string' ? link.replace('http://klaviyo.test', '') : undefined
}

/** Follows `next` to the end; each page comes with its size. */
async function readAll(client: Client, path: string): Promise<{ ids: unknown[]; sizes: number[] }> {
  const ids: unknown[] = []
  const sizes: number[] = []
  for (let next: string | undefined = path; next !== undefined;) {
    const reply = await client.get(next)
    const page = dataOf(reply)
    ids.push(...page.map(({ id }) => id))
    sizes.push(page.length)
    next = linkOf(reply, 'next')
  }
  return { ids, sizes }
}

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ email: `p${index}@example.com` }))

describe('pages', () => {
  it('joined to the end are the whole, each once, in any size and order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('', 'sort=email', 'sort=-email', 'sort=-created', 'filter=less-than(created,2999-01-01)'),
        async (count, size, more) => {
          const client = createClient('2026-07-15')
          if (count > 0) await client.post('/api/profile-bulk-import-jobs', bulkImportBody(people(count), ['L']))
          await client.sandbox.idle()
          for (const path of [`/api/profiles?${more}`, '/api/lists/L/profiles?']) {
            const { ids, sizes } = await readAll(client, `${path}&page[size]=${size}`)
            const whole = dataOf(await client.get(`${path}&page[size]=100`)).map(({ id }) => id)
            expect(whole).toHaveLength(count)
            expect(ids).toEqual(whole)
            expect(sizes.slice(0, -1).every((length) => length === size)).toBe(true)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('lead back by prev', async () => {
    const client = createClient('2024-06-15')
    await client.post('/api/profile-bulk-import-jobs', bulkImportBody(people(5)))
    await client.sandbox.idle()
    const first = await client.get('/api/profiles?page[size]=2')
    const second = await client.get(linkOf(first, 'next') ?? '')
    expect(linkOf(first, 'prev')).toBeUndefined()
    expect(dataOf(await client.get(linkOf(second, 'prev') ?? ''))).toEqual(dataOf(first))
  })

  it('have the default size of the document', async () => {
    const client = createClient('2024-06-15')
    await client.post('/api/profile-bulk-import-jobs', bulkImportBody(people(25)))
    await client.sandbox.idle()
    expect(dataOf(await client.get('/api/profiles'))).toHaveLength(20)
    const events = Array.from({ length: 201 }, (_, index) => ({ unique_id: String(index) }))
    await client.post('/api/event-bulk-create-jobs', bulkEventsBody([{ profile: { email: 'p0@example.com' }, events }]))
    expect(dataOf(await client.get('/api/events'))).toHaveLength(200)
  })
})
