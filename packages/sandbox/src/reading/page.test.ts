import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asObject } from '../as-object.ts'
import { bulkEventsBody, bulkImportBody, eventBody, profileBody } from '../testing/bodies.ts'
import { type Client, type Reply, createClient, dataOf } from '../testing/client.ts'
import { stillClock } from '../testing/still-clock.ts'

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

/** Every list of the API that has pages, and one more item for it at each call. */
const GROWING: Readonly<Record<string, (client: Client, number: number) => Promise<unknown>>> = {
  '/api/profiles': (client, number) => importOne(client, number),
  '/api/lists/L/profiles': (client, number) => importOne(client, number),
  '/api/lists/L/relationships/profiles': (client, number) => importOne(client, number),
  '/api/profile-bulk-import-jobs': (client, number) => importOne(client, number),
  '/api/events': (client, number) => client.post('/api/events', eventBody({ unique_id: `${number}` }, PERSON)),
  '/api/metrics': (client, number) => client.post('/api/events', eventBody({}, PERSON, `metric ${number}`)),
  '/api/lists': (client, number) =>
    client.post('/api/lists', { data: { type: 'list', attributes: { name: `list ${number}` } } }),
}
const PERSON = { email: 'p@example.com' }
const importOne = (client: Client, number: number) =>
  client.post('/api/profile-bulk-import-jobs', bulkImportBody([{ email: `p${number}@example.com` }], ['L']))

/** The most that a page of an operation without `page[size]` has. */
const FALLBACK = { '/api/metrics': 200, '/api/lists': 10, '/api/events': 200 }

describe.each(Object.entries(GROWING))('pages of %s', (path, grow) => {
  const isSized = !Object.hasOwn(FALLBACK, path)
  const startCount = isSized ? 7 : path === '/api/lists' ? 15 : 205
  const sized = isSized ? `${path}?page[size]=3` : path

  it('skip nothing and show nothing twice while items come', async () => {
    const client = createClient('2024-06-15', { clock: stillClock() })
    for (let number = 0; number < startCount; number += 1) await grow(client, number)
    const before = (await readAll(client, sized)).ids
    const ids: unknown[] = []
    let number = startCount
    for (let next: string | undefined = sized; next !== undefined && number < startCount + 20;) {
      const reply = await client.get(next)
      ids.push(...dataOf(reply).map(({ id }) => id))
      await grow(client, number)
      number += 1
      next = linkOf(reply, 'next')
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.slice(0, before.length)).toEqual(before)
  })

  it.each(['x', '', 'WzFd', 'eyJhIjoxfQ', Buffer.from('["after","","",1.5]').toString('base64url')])(
    'refuse the cursor "%s" by name',
    async (cursor) => {
      const reply = await createClient('2024-06-15').get(`${path}?page[cursor]=${cursor}`)
      expect([reply.status, reply.sources]).toEqual([400, ['page[cursor]']])
    },
  )
})

describe('a cursor', () => {
  const sorted = '/api/profiles?sort=-created&page[size]=2'

  it('stays where it is when newer items come before it, and when its own item goes', async () => {
    const client = createClient('2026-07-15')
    for (let number = 0; number < 6; number += 1) await client.post('/api/profile-import', person(number))
    const first = await client.get(sorted)
    expect(emailsIn(first)).toEqual(['p5@example.com', 'p4@example.com'])
    await client.post('/api/profile-import', person(6))
    await client.post('/api/data-privacy-deletion-jobs', {
      data: { type: 'data-privacy-deletion-job', attributes: { profile: person(4) } },
    })
    expect(emailsIn(await client.get(linkOf(first, 'next') ?? ''))).toEqual(['p3@example.com', 'p2@example.com'])
  })

  it('holds for its own order alone', async () => {
    const client = createClient('2026-07-15')
    for (let number = 0; number < 3; number += 1) await client.post('/api/profile-import', person(number))
    const next = linkOf(await client.get(sorted), 'next') ?? ''
    const reply = await client.get(next.replace('sort=-created', 'sort=email'))
    expect([reply.status, reply.sources]).toEqual([400, ['page[cursor]']])
  })

  const person = (number: number) => profileBody({ email: `p${number}@example.com` })
  const emailsIn = (reply: Reply) => dataOf(reply).map(({ attributes }) => asObject(attributes)['email'])
})
