import { describe, expect, it } from 'vitest'
import { generateEndpoints } from './endpoints.ts'
import { body, tinyDocument } from './fixtures/tiny-document.ts'

describe('the endpoint facts', () => {
  it('state every fact that the document has', () => {
    const document = tinyDocument({
      ...body({ type: 'object' }, 'application/vnd.api+json'),
      'x-klaviyo-ratelimit': { burst: '1/s', steady: '15/m', daily: '225/d' },
      'x-klaviyo-limits': { maxThingsCount: 100 },
    })
    expect(generateEndpoints(document, 'ours')).toBe(
      `import type { Endpoint } from '../client/endpoint.ts'

export const endpoints = {
  save_thing: {
    method: 'POST',
    path: '/api/things',
    mediaType: 'application/vnd.api+json',
    burst: { count: 1, windowMs: 1000 },
    steady: { count: 15, windowMs: 60000 },
    daily: { count: 225, windowMs: 86400000 },
    scopes: ['things:write'],
    limits: { maxThingsCount: 100 },
  },
} as const satisfies Record<string, Endpoint>
`,
    )
  })

  it('of a foreign document need no limits and keep its paths', () => {
    const document = tinyDocument(
      { 'x-klaviyo-ratelimit': undefined, 'x-klaviyo-scopes': undefined },
      {},
      '/api/things/',
    )
    expect(generateEndpoints(document, 'any')).toBe(
      `export const endpoints = {
  save_thing: {
    method: 'POST',
    path: '/api/things/',
    scopes: [],
    limits: {},
  },
} as const
`,
    )
  })

  it.each([
    [
      'no steady limit',
      { 'x-klaviyo-ratelimit': { burst: '1/s' } },
      /^save_thing: x-klaviyo-ratelimit must have burst and steady/,
    ],
    [
      'an odd limit',
      { 'x-klaviyo-ratelimit': { burst: '1/s', steady: 'much' } },
      /^save_thing steady: rate limit "much"/,
    ],
    ['no scopes', { 'x-klaviyo-scopes': undefined }, /^save_thing: x-klaviyo-scopes is missing/],
    [
      'a body without a media type',
      { requestBody: { content: {} } },
      /^save_thing: its request body has no media type/,
    ],
    ['no operationId', { operationId: undefined }, /^POST \/api\/things has no operationId/],
  ])('of ours refuse %s', (_name, operation, message) => {
    expect(() => generateEndpoints(tinyDocument(operation), 'ours')).toThrow(message)
  })

  it('refuse an id that two operations have', () => {
    const document = tinyDocument()
    document.paths['/api/others'] = { post: document.paths['/api/things']?.post }
    expect(() => generateEndpoints(document, 'ours')).toThrow(
      'operationId "save_thing" stands at POST /api/things and at POST /api/others; rename one.',
    )
  })
})
