import { describe, expect, it } from 'vitest'
import { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'
import { createCall, type CallRequest } from './call.ts'
import { accepted, recordingFetch, refused, type Answer } from './testing/recording-fetch.ts'

const event: CallRequest = {
  operation: 'create_event',
  method: 'POST',
  path: '/api/events',
  body: { data: { type: 'event' } },
}

function callWith(answer: Answer) {
  const { fetch, sent } = recordingFetch(answer)
  return { sent, call: createCall({ apiKey: 'pk_1', revision: '2024-06-15', fetch }) }
}

describe('a call', () => {
  it('sends the body as it is, once', async () => {
    const { call, sent } = callWith(accepted)
    await call(event)
    expect(sent.map(({ method, url, body }) => ({ method, url: url.href, body }))).toEqual([
      { method: 'POST', url: 'https://a.klaviyo.com/api/events', body: { data: { type: 'event' } } },
    ])
  })

  it('sends the query of a read', async () => {
    const { call, sent } = callWith(accepted)
    const filter = 'any(external_id,["a&b=\\"c\\"","ü"])'
    await call({
      operation: 'get_profiles',
      method: 'GET',
      path: '/api/profiles',
      query: { filter, 'page[size]': '100' },
    })
    expect(Object.fromEntries(sent[0]?.url.searchParams ?? [])).toEqual({ filter, 'page[size]': '100' })
  })

  it.each([
    ['an empty 202', () => accepted(), undefined],
    [
      'an empty 202 that says so',
      () => new Response(null, { status: 202, headers: { 'content-length': '0' } }),
      undefined,
    ],
    ['a 204', () => new Response(null, { status: 204 }), undefined],
    ['a 201 with a body', () => Response.json({ data: { id: '01H' } }, { status: 201 }), { data: { id: '01H' } }],
  ])('takes %s', async (_what, answer, body) => {
    const { call } = callWith(answer)
    expect((await call(event)).body).toEqual(body)
  })

  it('does not take a page of something in between for a success', async () => {
    const { call } = callWith(() => new Response('<html>Log in to the hotel network</html>', { status: 200 }))
    await expect(call(event)).rejects.toMatchObject({ code: 'UNAVAILABLE', status: 200, retryable: true })
  })

  it.each([
    ['JSON:API', () => refused(403, { code: 'permission_denied' }), 'NOT_AUTHORIZED'],
    ['a page', () => new Response('<html>blocked</html>', { status: 403 }), 'UNAVAILABLE'],
    ['nothing', () => new Response(null, { status: 403 }), 'UNAVAILABLE'],
    [
      'nothing, and says so',
      () => new Response(null, { status: 403, headers: { 'content-length': '0' } }),
      'UNAVAILABLE',
    ],
  ])('throws a KlaviyoApiError for a 403 with %s', async (_what, answer, code) => {
    const { call } = callWith(answer)
    const failure: unknown = await call(event).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(KlaviyoApiError)
    expect(failure).toMatchObject({ code, operation: 'create_event', status: 403 })
  })

  it('names the scope of the operation when the key was refused', async () => {
    const { call } = callWith(() => refused(403))
    await expect(call(event)).rejects.toThrow('events:write')
  })

  it('sends nothing once its signal is aborted', async () => {
    const { call, sent } = callWith(accepted)
    await expect(call({ ...event, signal: AbortSignal.abort(new Error('closing')) })).rejects.toThrow(/^closing$/)
    expect(sent).toEqual([])
  })

  it("ends with its signal's reason while Klaviyo thinks", async () => {
    const controller = new AbortController()
    const { call } = callWith(() => {
      controller.abort(new Error('closing'))
      return Promise.withResolvers<Response>().promise
    })
    await expect(call({ ...event, signal: controller.signal })).rejects.toThrow(/^closing$/)
  })
})
