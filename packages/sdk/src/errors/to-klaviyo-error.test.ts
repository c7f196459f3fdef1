import { describe, expect, it } from 'vitest'
import { toKlaviyoApiError } from './to-klaviyo-error.ts'

const jsonApi = { errors: [{ code: 'some_code', title: 'Title', detail: 'alex@example.com is taken' }] }
const page = '<html><title>Attention required</title></html>'

const failure = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  toKlaviyoApiError({
    operation: 'create_event',
    response: { status, headers: new Headers(headers) },
    body,
    scopes: ['events:write'],
  })

// Which statuses are transient: Klaviyo's documentation pages on errors and rate limits.
const cases = [
  { status: 400, body: jsonApi, code: 'REJECTED', retryable: false },
  { status: 400, body: page, code: 'REJECTED', retryable: false },
  { status: 400, body: undefined, code: 'REJECTED', retryable: false },
  { status: 401, body: jsonApi, code: 'NOT_AUTHORIZED', retryable: true },
  { status: 401, body: '', code: 'NOT_AUTHORIZED', retryable: true },
  { status: 403, body: jsonApi, code: 'NOT_AUTHORIZED', retryable: true },
  { status: 403, body: page, code: 'UNAVAILABLE', retryable: true },
  { status: 403, body: undefined, code: 'UNAVAILABLE', retryable: true },
  { status: 403, body: { errors: [] }, code: 'UNAVAILABLE', retryable: true },
  { status: 403, body: { errors: 'no' }, code: 'UNAVAILABLE', retryable: true },
  { status: 404, body: jsonApi, code: 'REJECTED', retryable: false },
  { status: 408, body: undefined, code: 'UNAVAILABLE', retryable: true },
  { status: 409, body: jsonApi, code: 'REJECTED', retryable: false },
  { status: 413, body: page, code: 'REJECTED', retryable: false },
  { status: 429, body: jsonApi, code: 'RATE_LIMITED', retryable: true },
  { status: 429, body: undefined, code: 'RATE_LIMITED', retryable: true },
  { status: 500, body: jsonApi, code: 'UNAVAILABLE', retryable: true },
  { status: 502, body: page, code: 'UNAVAILABLE', retryable: true },
  { status: 503, body: undefined, code: 'UNAVAILABLE', retryable: true },
  { status: 504, body: page, code: 'UNAVAILABLE', retryable: true },
  { status: 524, body: page, code: 'UNAVAILABLE', retryable: true },
  { status: 302, body: undefined, code: 'UNAVAILABLE', retryable: true },
  { status: 0, body: undefined, code: 'UNAVAILABLE', retryable: true },
] as const

describe('toKlaviyoApiError', () => {
  it.each(cases)('sorts $status with body $body as $code', ({ status, body, code, retryable }) => {
    const error = failure(status, body)
    expect({ code: error.code, retryable: error.retryable, status: error.status }).toEqual({ code, retryable, status })
  })

  it.each(cases)('says for $status with body $body where it happened, and nothing of `detail`', ({ status, body }) => {
    const { message } = failure(status, body)
    expect(message).toMatch(/^create_event: .+\.$/)
    expect(message).not.toContain('alex@example.com')
  })

  it('keeps every entry with what Klaviyo says in it', () => {
    const body = {
      errors: [
        {
          id: 'e-1',
          status: 409,
          code: 'duplicate_profile',
          title: 'Conflict.',
          detail: 'A profile exists.',
          source: { pointer: '/data/attributes/email' },
          meta: { duplicate_profile_id: '01GDDKASAP8TKDDA2GRZDSVP4H' },
        },
        { title: 'Only a title' },
        'no entry',
      ],
    }
    expect(failure(409, body).errors).toEqual([
      {
        id: 'e-1',
        code: 'duplicate_profile',
        title: 'Conflict.',
        detail: 'A profile exists.',
        pointer: '/data/attributes/email',
        duplicateProfileId: '01GDDKASAP8TKDDA2GRZDSVP4H',
      },
      { code: '', title: 'Only a title', detail: '' },
    ])
  })

  it('names code and place of what was refused', () => {
    const entry = { code: 'invalid', source: { pointer: '/data/attributes/profile/data/attributes/email' } }
    expect(failure(400, { errors: [entry] }).message).toContain(
      'invalid at /data/attributes/profile/data/attributes/email',
    )
  })

  it('cuts a value off that stands where a name should be', () => {
    const entry = { code: 'alex@example.com', source: { pointer: '/data/attributes/properties/alex@example.com' } }
    expect(failure(400, { errors: [entry] }).message).not.toContain('alex@')
  })

  it('names the first three of many entries and counts the rest', () => {
    const errors = ['a', 'b', 'c', 'd', 'e'].map((code) => ({ code }))
    expect(failure(400, { errors }).message).toContain('(400, a, b, c, 2 more)')
  })

  it('names the scope that a refused key may lack', () => {
    expect(failure(403, jsonApi).message).toContain('events:write')
  })

  it.each([
    ['x-klaviyo-req-id', 'k-1'],
    ['X-Request-Id', 'r-1'],
    ['CF-RAY', 'c-1'],
  ])('takes the request id from %s', (name, id) => {
    expect(failure(500, undefined, { [name]: id }).requestId).toBe(id)
  })

  it('carries the wait of a 429 in milliseconds', () => {
    const error = failure(429, jsonApi, { 'retry-after': '4' })
    expect(error.retryAfterMs).toBe(4_000)
    expect(error.message).toContain('4 s')
  })
})
