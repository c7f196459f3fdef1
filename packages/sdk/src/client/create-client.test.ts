import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConfigError } from '../errors/config-error.ts'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import type { Revision } from '../revision.ts'
import { createClient } from './create-client.ts'
import type { ClientOptions, Secret } from './client-options.ts'
import type { PathsOf } from './revisions.ts'
import { accepted, recordingFetch } from './testing/recording-fetch.ts'

const body = {
  data: {
    type: 'event' as const,
    attributes: {
      properties: {},
      metric: { data: { type: 'metric' as const, attributes: { name: 'Signed Up' } } },
      profile: { data: { type: 'profile' as const, attributes: { email: 'alex@example.com' } } },
    },
  },
}

/** Typed by the older revision: what it sends is the same in both. */
function clientWith(options: Partial<ClientOptions> = {}) {
  const { fetch, sent } = recordingFetch(accepted)
  return {
    sent,
    client: createClient<PathsOf<'2024-06-15'>>({ revision: '2024-06-15', apiKey: 'pk_1', fetch, ...options }),
  }
}

describe('headers', () => {
  it.each([
    { revision: '2024-06-15', contentType: 'application/json' },
    { revision: '2026-07-15', contentType: 'application/vnd.api+json' },
  ] satisfies { revision: Revision; contentType: string }[])('of $revision', async ({ revision, contentType }) => {
    const { client, sent } = clientWith({ revision })
    await client.POST('/api/events', { body })
    await client.GET('/api/lists')
    expect(sent.map(({ headers }) => Object.fromEntries(headers))).toEqual([
      {
        authorization: 'Klaviyo-API-Key pk_1',
        revision,
        'content-type': contentType,
        'user-agent': 'rudder-klaviyo-sdk',
      },
      { authorization: 'Klaviyo-API-Key pk_1', revision, 'user-agent': 'rudder-klaviyo-sdk' },
    ])
  })

  it('of an operation that our documents do not describe have the media type of the revision', async () => {
    interface Own {
      '/api/coupons': { post: { requestBody: { content: { 'application/json': object } }; responses: {} } }
    }
    const { fetch, sent } = recordingFetch(accepted)
    const client = createClient<Own>({ revision: '2026-07-15', apiKey: 'pk_1', fetch })
    await client.POST('/api/coupons', { body: {} })
    expect(sent[0]?.headers.get('content-type')).toBe('application/vnd.api+json')
  })

  it('cannot be overruled by a call', async () => {
    const { client, sent } = clientWith()
    await client.GET('/api/lists', { headers: { revision: '2020-01-01', authorization: 'Bearer other' } })
    expect(sent[0]?.headers.get('revision')).toBe('2024-06-15')
    expect(sent[0]?.headers.get('authorization')).toBe('Klaviyo-API-Key pk_1')
  })

  it('carry an access token as Bearer', async () => {
    const { client, sent } = clientWith({ apiKey: undefined, accessToken: async () => 'token-1' })
    await client.GET('/api/lists')
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer token-1')
  })

  it('carry the key that is right at the moment of each call', async () => {
    const keys = ['pk_old', 'pk_new']
    const { client, sent } = clientWith({ apiKey: async () => keys.shift() ?? '' })
    await client.GET('/api/lists')
    await client.GET('/api/lists')
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Klaviyo-API-Key pk_old',
      'Klaviyo-API-Key pk_new',
    ])
  })

  it('take a key as it is read from a file, with its line break at the end', async () => {
    const { client, sent } = clientWith({ apiKey: 'pk_1\n' })
    await client.GET('/api/lists')
    expect(sent[0]?.headers.get('authorization')).toBe('Klaviyo-API-Key pk_1')
  })
})

describe('a key that cannot be used', () => {
  it.each<{ what: string; apiKey: Secret | undefined; says: string }>([
    { what: 'none', apiKey: undefined, says: 'set `apiKey`' },
    { what: 'blank', apiKey: ' ', says: '`apiKey` is blank' },
    { what: 'with a line break', apiKey: 'pk_secret\npk_secret', says: '`apiKey` is blank or holds' },
    { what: 'with a letter that no header takes', apiKey: 'pk_secret\u{2026}', says: '`apiKey` is blank or holds' },
  ])('($what) is a ConfigError that does not show it, and nothing is sent', async ({ apiKey, says }) => {
    const { client, sent } = clientWith({ apiKey })
    const failure: unknown = await client.GET('/api/lists').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ConfigError)
    expect(String(failure)).toContain(says)
    expect(JSON.stringify(failure) + String(failure)).not.toContain('pk_secret')
    expect(sent).toEqual([])
  })

  it('because its function fails holds the account, and nothing is sent', async () => {
    const cause = new Error('vault is sealed')
    const { client, sent } = clientWith({ apiKey: () => Promise.reject(cause) })
    const failure: unknown = await client.GET('/api/lists').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(KlaviyoError)
    expect(failure).toMatchObject({ code: 'NOT_AUTHORIZED', retryable: true, cause })
    expect(sent).toEqual([])
  })
})

describe('the client', () => {
  it('shows no key in what it hands out', async () => {
    const { client } = clientWith({ apiKey: 'pk_secret' })
    const answer = await client.GET('/api/lists')
    const shown = [client, answer, answer.response].map((value) => JSON.stringify(value) + showAll(value))
    expect(shown.join()).not.toContain('pk_secret')
  })

  it('follows no redirect', async () => {
    const { fetch, sent } = recordingFetch(
      () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example' } }),
    )
    const client = createClient<PathsOf<'2024-06-15'>>({
      revision: '2024-06-15',
      apiKey: 'pk_1',
      fetch: (input, init) => {
        // The platform's fetch reads it from the request.
        expect(input).toMatchObject({ redirect: 'manual' })
        return fetch(input, init)
      },
    })
    const { response } = await client.GET('/api/lists')
    expect([response.ok, sent.length]).toEqual([false, 1])
  })

  it('writes a list in a query with commas', async () => {
    const { client, sent } = clientWith()
    await client.GET('/api/profiles', { params: { query: { 'fields[profile]': ['email', 'external_id'] } } })
    expect(sent[0]?.url.searchParams.get('fields[profile]')).toBe('email,external_id')
  })

  it('knows the paths of its document, and only these', async () => {
    const { client, sent } = clientWith()
    // @ts-expect-error it is called /api/lists
    await client.GET('/api/list')
    expect(sent).toHaveLength(1)
  })

  it('calls another address', async () => {
    const { client, sent } = clientWith({ baseUrl: 'http://127.0.0.1:9/' })
    await client.GET('/api/lists')
    expect(sent[0]?.url.href).toBe('http://127.0.0.1:9/api/lists')
  })

  it.each(['a.klaviyo.com', '', 'ftp://a.klaviyo.com', 'not an address'])('refuses the address "%s"', (baseUrl) => {
    expect(() => clientWith({ baseUrl })).toThrow(ConfigError)
  })

  it.each(['http://user:secret@127.0.0.1:9', 'https://secret@a.klaviyo.com', 'https://:secret@a.klaviyo.com'])(
    'refuses an address with credentials and does not repeat them',
    (baseUrl) => {
      const failure = failureOf(() => clientWith({ baseUrl }))
      expect(failure).toBeInstanceOf(ConfigError)
      expect(JSON.stringify(failure) + String(failure)).not.toContain('secret')
    },
  )
})

describe('a call that leads elsewhere', () => {
  interface Own {
    [path: string]: { get: { parameters: { path?: Record<string, string> }; responses: {} } }
  }
  const keyAsked = vi.fn<() => string>(() => 'pk_1')
  const own = (baseUrl?: string) => {
    const { fetch, sent } = recordingFetch(accepted)
    return { sent, client: createClient<Own>({ revision: '2024-06-15', apiKey: keyAsked, fetch, baseUrl }) }
  }
  afterEach(() => keyAsked.mockClear())

  it.each([
    { path: '.evil.example/' },
    { path: ':8443/api/lists' },
    { path: '.evil.example/{id}', values: { id: '1' } },
    { path: '/api/lists/{id}', values: { id: '..' } },
    { path: '/api/lists/{id}/profiles', values: { id: '.' } },
    { path: '/api/lists/../profiles' },
    { path: '/api/lists/%2E%2e/profiles' },
  ])('($path, $values) is a ConfigError; the key is not even read', async ({ path, values }) => {
    const { client, sent } = own()
    await expect(client.GET(path, values && { params: { path: values } })).rejects.toBeInstanceOf(ConfigError)
    expect([sent.length, keyAsked.mock.calls.length]).toEqual([0, 0])
  })

  it('by an address of its own is refused too', async () => {
    const { client, sent } = own()
    await expect(client.GET('/api/lists', { baseUrl: 'https://evil.example' })).rejects.toBeInstanceOf(ConfigError)
    expect(sent).toEqual([])
  })

  it('by credentials in front of another host is not sent', async () => {
    const { client, sent } = own()
    await expect(client.GET('@evil.example/')).rejects.toThrow('credentials')
    expect([sent.length, keyAsked.mock.calls.length]).toEqual([0, 0])
  })

  it.each([undefined, 'https://a.klaviyo.com:443/', 'http://127.0.0.1:9/klaviyo/', 'HTTP://LOCALHOST'])(
    'is none of those below %s, with any other id',
    async (baseUrl) => {
      const { client, sent } = own(baseUrl)
      const ids = ['01H', '...', 'a.b', '@evil.example', '//evil.example', '../x']
      for (const id of ids) await client.GET('/api/lists/{id}', { params: { path: { id } } })
      expect(sent.map(({ url }) => decodeURIComponent(url.pathname.split('/').at(-1) ?? ''))).toEqual(ids)
    },
  )
})

function failureOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}

/** Every own property at any depth, as an inspector shows it. */
function showAll(value: unknown, seen = new Set<unknown>()): string {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value))
    return String(value)
  seen.add(value)
  return Reflect.ownKeys(value)
    .map((key) => `${String(key)}=${showAll(Reflect.getOwnPropertyDescriptor(value, key)?.value, seen)}`)
    .join()
}
