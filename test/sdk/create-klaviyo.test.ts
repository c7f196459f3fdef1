import { inspect } from 'node:util'
import { createKlaviyo, KlaviyoApiError, type RudderEvent } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'

const KEY = 'pk_0123456789abcdef'
const track = { type: 'track', event: 'Order', messageId: 'm', userId: 'u' } as const
/** Options as a plain JavaScript caller may have them. */
const created = (options: object) => createKlaviyo(options)

describe('the options', () => {
  it.each<[string, object, RegExp]>([
    ['a misspelt name', { lsitId: 'X' }, /Unknown option `lsitId`\. Did you mean `listId`\?/],
    ['a misspelt name of the client', { apikey: 'x' }, /Did you mean `apiKey`\?/],
    ['two keys', { apiKey: 'a', accessToken: 'b' }, /`accessToken` must be left out/],
    ['a blank key', { apiKey: ' ' }, /`apiKey` must be a text without white space/],
    ['a number of attempts', { maxAttempts: 0 }, /`maxAttempts` must be at least 1/],
    ['a time', { timeoutMs: 0.5 }, /`timeoutMs` must be a whole number/],
    ['a fetch', { fetch: 'x' }, /`fetch` must be a function/],
    ['a logger', { logger: {} }, /`logger` must have the functions/],
    ['a tracking plan', { trackingPlan: { events: { A: {} } } }, /`trackingPlan\.events\.A` is no Standard Schema/],
    ['an address', { baseUrl: 'ftp://x' }, /`baseUrl` must be an http\(s\) address/],
    ['a revision', { revision: '2020-01-01' }, /2024-06-15/],
  ])('are refused for %s, with the way to mend it', (_what, options, message) => {
    expect(() => created(options)).toThrow(message)
    expect(() => created(options)).toThrow(expect.objectContaining({ name: 'ConfigError' }))
  })

  it('are all told of at once', () => {
    expect(() => created({ lsitId: 'X', maxAttempts: 0 })).toThrow(/lsitId.*maxAttempts|maxAttempts.*lsitId/)
  })

  it('say once at the start, and only to who is going to send, that the revision is past its support', () => {
    const told: string[] = []
    const logger = { debug: () => {}, warn: (message: string) => void told.push(message), error: () => {} }
    createKlaviyo({ logger })
    createKlaviyo({ apiKey: KEY, logger, revision: '2026-07-15' })
    expect(told).toEqual([])
    createKlaviyo({ apiKey: KEY, logger }).plan(track)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/2024-06-15.*2026-06-15.*`revision`/)
  })
})

describe('a key', () => {
  const failing: typeof globalThis.fetch = () =>
    Promise.resolve(new Response(null, { status: 500, headers: { 'retry-after': '0' } }))

  it('is asked for at each call', async () => {
    const keys: (string | null)[] = []
    let count = 0
    const klaviyo = createKlaviyo({
      accessToken: async () => Promise.resolve(`token-${(count += 1)}`),
      fetch: (input, init) => {
        keys.push(new Request(input, init).headers.get('authorization'))
        return Promise.resolve(new Response(null, { status: 202 }))
      },
    })
    await klaviyo.send([track])
    await klaviyo.client.GET('/api/lists')
    expect(keys).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  it('and the person are in nothing that is logged, thrown or inspected', async () => {
    const told: string[] = []
    const note = (message: string) => void told.push(message)
    const klaviyo = createKlaviyo({ apiKey: KEY, fetch: failing, logger: { debug: note, warn: note, error: note } })
    const builder = klaviyo.track('Order').user({ email: 'zqzq@example.com' }).properties({ note: 'zqzq' })
    const error: unknown = await builder.send().catch((reason: unknown) => reason)
    const { error: clientError } = await klaviyo.client.GET('/api/profiles', {
      params: { query: { filter: 'equals(email,"zqzq@example.com")' } },
    })
    const shown = inspect([klaviyo, builder, error, clientError, await klaviyo.send([builder])], {
      depth: null,
      showHidden: true,
    })
    expect(told.length).toBeGreaterThan(0)
    expect(`${told.join('\n')}${shown}`).not.toMatch(new RegExp(`${KEY}|zqzq`))
  })

  it('keeps the words of Klaviyo out of what is inspected, and in `errors`', async () => {
    const body = { errors: [{ code: 'invalid', detail: 'zqzq is no email', title: 'zqzq' }] }
    const klaviyo = createKlaviyo({ apiKey: KEY, fetch: () => Promise.resolve(Response.json(body, { status: 400 })) })
    const [settlement] = await klaviyo.send([track])
    expect(inspect(settlement, { depth: null })).not.toMatch(/zqzq/)
    expect(settlement).toMatchObject({ error: { errors: [{ detail: 'zqzq is no email' }] } })
  })
})

describe('the client', () => {
  const answer = (response: () => Response) => createKlaviyo({ apiKey: KEY, fetch: () => Promise.resolve(response()) })

  it('gives a KlaviyoApiError for an answer that is no success, also one without a body', async () => {
    const { data, error, response } = await answer(() => new Response(null, { status: 403 })).client.GET('/api/lists')
    expect([data, response.status]).toEqual([undefined, 403])
    expect(error).toBeInstanceOf(KlaviyoApiError)
    expect(error).toMatchObject({ operation: 'get_lists', status: 403, retryable: true })
  })

  it('names method and path where the document is not ours', async () => {
    const { error } = await answer(() => new Response(null, { status: 404 }))
      .clientFor<{ '/api/coupons': unknown }>()
      .GET('/api/coupons')
    expect(error?.operation).toBe('GET /api/coupons')
  })

  it('gives the data of a success', async () => {
    const { data, error } = await answer(() => Response.json({ data: [] })).client.GET('/api/lists')
    expect([data, error]).toEqual([{ data: [] }, undefined])
  })

  it('is a ConfigError without a key', async () => {
    await expect(createKlaviyo().client.GET('/api/lists')).rejects.toMatchObject({ name: 'ConfigError' })
  })

  it('has middlewares that stand in the way of what is sent, too', async () => {
    const klaviyo = answer(() => new Response(null, { status: 202 }))
    const paths: string[] = []
    klaviyo.client.use({ onRequest: ({ schemaPath }) => void paths.push(schemaPath) })
    await klaviyo.send([track])
    await klaviyo.clientFor<{ '/api/coupons': unknown }>().GET('/api/coupons')
    expect(paths).toEqual(['/api/events', '/api/coupons'])
  })
})

it('pages through a list, with the parameters of its operation', async () => {
  const asked: string[] = []
  const klaviyo = createKlaviyo({
    apiKey: KEY,
    fetch: (input, init) => {
      const { pathname, searchParams } = new URL(new Request(input, init).url)
      asked.push(`${pathname}?${String(searchParams)}`)
      const next = searchParams.has('page[cursor]')
        ? null
        : 'https://a.klaviyo.com/api/lists/L/profiles?page%5Bcursor%5D=2'
      return Promise.resolve(Response.json({ data: [{ id: String(asked.length) }], links: { next } }))
    },
  })
  const params = { path: { id: 'L' }, query: { 'fields[profile]': ['email', 'title'] } }
  const pages = klaviyo.paginate<{ id: string }>('/api/lists/{id}/profiles', { params })
  expect(await pages.toArray({ limit: 10 })).toEqual([{ id: '1' }, { id: '2' }])
  expect(asked).toEqual([
    '/api/lists/L/profiles?fields%5Bprofile%5D=email%2Ctitle',
    '/api/lists/L/profiles?page%5Bcursor%5D=2',
  ])
})

describe('the hook', () => {
  it('transformEvent changes an event before it is validated, and never the caller’s own', () => {
    const klaviyo = createKlaviyo({
      transformEvent: (event) => {
        if (event.type === 'track') event.event = `Shop ${event.event}`
        return event
      },
    })
    const event = { ...track }
    expect(JSON.stringify(klaviyo.plan(event))).toContain('Shop Order')
    expect(event.event).toBe('Order')
    expect(klaviyo.explain(event, { values: true }).fields.map(({ value }) => value)).toContain('Shop Order')
  })

  it('transformPlan changes what is sent', () => {
    const klaviyo = createKlaviyo({ transformPlan: (plan) => ({ ...plan, requests: [] }) })
    expect(klaviyo.plan(track).requests).toEqual([])
  })

  it('that changes nothing changes no plan', () => {
    const plain = createKlaviyo()
    const hooked = createKlaviyo({ transformEvent: (event) => event, transformPlan: (plan) => plan })
    expect(hooked.plan(track)).toEqual(plain.plan(track))
  })

  // What a plain JavaScript caller may give back.
  const event = (back: (event: RudderEvent) => unknown) => ({ transformEvent: back })
  const plan = (back: (plan: object) => unknown) => ({ transformPlan: back })
  it.each<[string, object, RegExp]>([
    ['nothing', event(() => undefined), /`transformEvent` was given an event \(track\) and gave back undefined/],
    ['a promise', event(async (given) => Promise.resolve(given)), /gave back a promise/],
    ['a text', event(() => 'secret'), /gave back a string/],
    ['an event of another type', event((given) => ({ ...given, type: 'identify' })), /another type \(identify\)/],
    ['another event', event((given) => ({ ...given, messageId: 'other' })), /another messageId/],
    ['no plan', plan(() => null), /`transformPlan` was given a plan and gave back null/],
    ['an object that is no plan', plan(() => ({})), /an object that is no plan/],
    ['the plan of another revision', plan((given) => ({ ...given, revision: '2026-07-15' })), /another revision/],
    ['the plan of another event', plan((given) => ({ ...given, messageId: 'other' })), /another event/],
    [
      'a plan with something else',
      plan((given) => ({ ...given, requests: [{ operation: 'x' }] })),
      /none of create_or_update_profile/,
    ],
  ])('that gives back %s is told so', (_what, options, message) => {
    expect(() => created(options).plan(track)).toThrow(message)
    expect(() => created(options).plan(track)).toThrow(expect.objectContaining({ name: 'ConfigError' }))
  })
})
