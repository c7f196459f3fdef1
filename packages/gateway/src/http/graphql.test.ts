import { resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { describe, expect, it } from 'vitest'
import type { Acceptance, AcceptResult, Source } from '../accept/acceptance.ts'
import type { AllowedOrigins } from '../edge/cors.ts'
import { createKeys } from '../edge/keys.ts'
import { createLogger } from '../logger.ts'
import { schema } from '../schema/index.ts'
import { createGraphQL } from './graphql.ts'

const MAX_BODY_BYTES = 2_000

/** An acceptance by the name of the event: `full` finds the outbox full, `broken` breaks, all others are accepted. */
function acceptanceOf(accepted: unknown[]): Acceptance {
  const answer = (event: unknown, { account, name: source }: Source): AcceptResult => {
    const name: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'event') : undefined
    if (name === 'broken') throw new Error('broken by alex@example.com')
    if (name === 'full')
      return { kind: 'unavailable', messageId: 'm-full', retryAfterSeconds: 7, message: 'The outbox is full.' }
    accepted.push(name)
    const event_ = {
      messageId: 'm',
      account,
      source,
      type: 'track',
      status: 'ACCEPTED',
      acceptedAtMs: 0,
      attemptCount: 0,
      warnings: [],
    } as const
    return { kind: 'accepted', messageId: 'm', duplicate: false, warnings: [], event: event_ }
  }
  return {
    accept: async (source, events) => events.map((event) => answer(event, source)),
    status: async () => undefined,
  }
}

function setUp({
  allowedOrigins = 'any',
  maxBodyBytes = MAX_BODY_BYTES,
}: { allowedOrigins?: AllowedOrigins; maxBodyBytes?: number } = {}) {
  const accepted: unknown[] = []
  const lines: string[] = []
  const handle = createGraphQL({
    schema,
    keys: createKeys([{ key: 'dev', source: { name: 'default', account: 'sandbox', mayChangeConsent: true } }]),
    acceptance: acceptanceOf(accepted),
    settings: resolveSettings({}),
    allowedOrigins,
    maxBodyBytes,
    logger: createLogger({ write: (line) => lines.push(line) }),
    now: () => 0,
  })
  const send = async (init: RequestInit = {}, path = '/graphql'): Promise<Response> =>
    handle(new Request(`http://gateway${path}`, { method: 'POST', ...init }))
  const mutate = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    send({ headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify({ query }) })
  return { accepted, lines, send, mutate }
}

/** A text with these words, inside of an expected object. */
const text = (words: string): unknown => expect.stringContaining(words)

const AUTHORIZED = { authorization: 'Bearer dev' }
const JSON_HEADERS = { ...AUTHORIZED, 'content-type': 'application/json' }
const TRACK = 'mutation { track(input: { event: "E", userId: "u" }) { __typename } }'
/** The id that the caller of a failure gets. */
const errorIdOf = (answer: unknown): string | undefined => /"errorId":"([^"]+)"/.exec(JSON.stringify(answer))?.[1]

const form = (): FormData => {
  const body = new FormData()
  body.set('operations', JSON.stringify({ query: TRACK }))
  body.set('map', '{}')
  return body
}

describe('a mutation from a foreign page, without a preflight', () => {
  it.each<[what: string, path: string, init: RequestInit]>([
    ['by GET', `/graphql?query=${encodeURIComponent(TRACK)}`, { method: 'GET', headers: AUTHORIZED }],
    [
      'by GET that says it is JSON',
      `/graphql?query=${encodeURIComponent(TRACK)}`,
      { method: 'GET', headers: JSON_HEADERS },
    ],
    [
      'as text/plain',
      '/graphql',
      { headers: { ...AUTHORIZED, 'content-type': 'text/plain' }, body: JSON.stringify({ query: TRACK }) },
    ],
    [
      'without a type',
      '/graphql',
      { headers: AUTHORIZED, body: new TextEncoder().encode(JSON.stringify({ query: TRACK })) },
    ],
    ['as a form', '/graphql', { headers: AUTHORIZED, body: new URLSearchParams({ query: TRACK }) }],
    ['as multipart', '/graphql', { headers: AUTHORIZED, body: form() }],
    [
      'as application/graphql',
      '/graphql',
      { headers: { ...AUTHORIZED, 'content-type': 'application/graphql' }, body: TRACK },
    ],
    [
      'as text that looks like JSON',
      '/graphql',
      {
        headers: { ...AUTHORIZED, 'content-type': 'text/plain; application/json' },
        body: JSON.stringify({ query: TRACK }),
      },
    ],
    ['as a list of operations', '/graphql', { headers: JSON_HEADERS, body: JSON.stringify([{ query: TRACK }]) }],
  ])('%s runs nothing', async (_what, path, init) => {
    const { accepted, send } = setUp()
    const { status } = await send(init, path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(accepted).toEqual([])
  })

  it('as JSON, without further headers, works', async () => {
    const { accepted, mutate } = setUp()
    const response = await mutate(TRACK)
    expect(response.status).toBe(200)
    expect(accepted).toEqual(['E'])
  })

  it('a query by GET works: it changes nothing', async () => {
    const { send } = setUp()
    const response = await send({ method: 'GET', headers: AUTHORIZED }, '/graphql?query={__typename}')
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })
})

describe('keys', () => {
  it.each([
    ['no key', {}, 'has no key'],
    ['another key', { authorization: 'Bearer wrong' }, 'is not known'],
  ])('%s is 401, before the body is read', async (_what, headers, words) => {
    const { accepted, send } = setUp()
    const response = await send({
      headers: { 'content-type': 'application/json', ...headers },
      body: 'x'.repeat(MAX_BODY_BYTES + 1),
    })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(await response.json()).toMatchObject({
      errors: [{ message: text(words), extensions: { code: 'UNAUTHENTICATED' } }],
    })
    expect(accepted).toEqual([])
  })

  it('Basic with the key as user name works', async () => {
    const { mutate } = setUp()
    expect((await mutate(TRACK, { authorization: `Basic ${btoa('dev:')}` })).status).toBe(200)
  })
})

describe('across origins', () => {
  const corsOf = (response: Response): Record<string, string | null> => ({
    origin: response.headers.get('access-control-allow-origin'),
    credentials: response.headers.get('access-control-allow-credentials'),
    vary: response.headers.get('vary'),
  })
  const preflight = {
    method: 'OPTIONS',
    headers: {
      origin: 'https://shop.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  }

  it('a listed origin may call, without credentials', async () => {
    const { send, mutate } = setUp({ allowedOrigins: ['https://shop.example', 'https://other.example'] })
    const allowed = await send(preflight)
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization,content-type')
    for (const response of [allowed, await mutate(TRACK, { origin: 'https://shop.example' })]) {
      expect(corsOf(response)).toEqual({ origin: 'https://shop.example', credentials: null, vary: 'Origin' })
    }
  })

  it.each<[allowedOrigins: AllowedOrigins]>([
    [[]],
    [['https://a.example']],
    [['https://a.example', 'https://b.example']],
  ])('an origin that is not on the list %j gets no permission', async (allowedOrigins) => {
    const { send, mutate } = setUp({ allowedOrigins })
    for (const response of [await send(preflight), await mutate(TRACK, { origin: 'https://shop.example' })]) {
      expect(corsOf(response)).toEqual({ origin: null, credentials: null, vary: 'Origin' })
    }
  })

  it('a refusal can be read by a page that may call', async () => {
    const { mutate } = setUp()
    const response = await mutate(TRACK, { origin: 'https://shop.example', authorization: 'Bearer wrong' })
    expect(response.status).toBe(401)
    expect(corsOf(response)).toMatchObject({ origin: 'https://shop.example', credentials: null })
  })
})

it('a body above the limit is 413, said or not', async () => {
  const { accepted, send } = setUp()
  const body = JSON.stringify({ query: TRACK, variables: { filler: 'x'.repeat(MAX_BODY_BYTES) } })
  const said = await send({ headers: { ...JSON_HEADERS, 'content-length': String(body.length) }, body })
  const stream = { headers: JSON_HEADERS, body: new Blob([body]).stream(), duplex: 'half' }
  const streamed = await send(stream)
  expect([said.status, streamed.status]).toEqual([413, 413])
  expect(accepted).toEqual([])
})

describe('when the outbox takes nothing', () => {
  const full = 'track(input: { event: "full", userId: "u" }) { __typename }'

  it('the answer is 503 with Retry-After, the field null beside its error', async () => {
    const { mutate } = setUp()
    const response = await mutate(`mutation { ${full} }`)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('7')
    expect(await response.json()).toMatchObject({
      data: { track: null },
      errors: [
        {
          message: 'The outbox is full.',
          path: ['track'],
          extensions: { code: 'OUTBOX_UNAVAILABLE', retryAfterSeconds: 7, messageIds: ['m-full'] },
        },
      ],
    })
  })

  it('after something was accepted, the answer is 200 and the others keep theirs', async () => {
    const { accepted, mutate } = setUp()
    const response = await mutate(`mutation { a: track(input: { event: "E", userId: "u" }) { __typename } b: ${full} }`)
    expect(response.status).toBe(200)
    expect(response.headers.get('retry-after')).toBeNull()
    expect(await response.json()).toMatchObject({
      data: { a: { __typename: 'EventAccepted' }, b: null },
      errors: [{ path: ['b'] }],
    })
    expect(accepted).toEqual(['E'])
  })

  it('a batch is null as a whole, with the messageId of each event', async () => {
    const { mutate } = setUp()
    const response = await mutate(
      'mutation { batch(events: [{ track: { event: "full", userId: "u" } }, { track: { event: "full", userId: "u" } }]) { __typename } }',
    )
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      data: { batch: null },
      errors: [{ extensions: { messageIds: ['m-full', 'm-full'] } }],
    })
  })
})

it('a failure nobody expected nulls its field alone, says nothing of its cause, and is logged under its id', async () => {
  const { accepted, lines, mutate } = setUp()
  const response = await mutate(`mutation {
    a: track(input: { event: "A", userId: "u" }) { __typename }
    b: track(input: { event: "broken", userId: "u" }) { __typename }
    c: track(input: { event: "C", userId: "u" }) { __typename }
  }`)
  const answer: unknown = await response.json()
  expect(answer).toMatchObject({
    data: { a: { __typename: 'EventAccepted' }, b: null, c: { __typename: 'EventAccepted' } },
    errors: [{ path: ['b'], extensions: { code: 'INTERNAL', errorId: text('') } }],
  })
  expect(accepted).toEqual(['A', 'C'])
  expect(JSON.stringify(answer)).not.toContain('broken by')
  expect(lines).toHaveLength(1)
  const logged: unknown = JSON.parse(lines[0] ?? '')
  expect(logged).toMatchObject({ level: 'error', path: 'b', error: 'Error' })
  expect(logged).toHaveProperty('errorId', errorIdOf(answer))
  expect(lines[0]).not.toContain('alex')
})

it("a query that is none is 4xx and not logged: it is the caller's", async () => {
  const { lines, send } = setUp()
  for (const body of ['{', '{}', '{"query":"{"}', '{"query":"{ nothing }"}', '[]', 'null']) {
    const { status } = await send({ headers: { ...JSON_HEADERS, accept: 'application/graphql-response+json' }, body })
    expect([body, status]).toEqual([body, 400])
  }
  expect(lines).toEqual([])
})

it('a query that is nested too deep for the parser is the fault of its sender, and the next one is answered', async () => {
  const { accepted, lines, mutate } = setUp({ maxBodyBytes: 1_000_000 })
  const deep = await mutate(`{${'a{'.repeat(49_000)}`)
  expect(deep.status).toBe(400)
  expect(await deep.json()).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] })
  expect(lines).toEqual([])
  expect((await mutate(TRACK)).status).toBe(200)
  expect(accepted).toEqual(['E'])
})
