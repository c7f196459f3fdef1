import { afterEach, describe, expect, it, vi } from 'vitest'
import { KlaviyoNetworkError } from '../errors/klaviyo-network-error.ts'
import { KlaviyoTimeoutError } from '../errors/klaviyo-timeout-error.ts'
import { systemClock as clock } from '../clock.ts'
import { createAttempt } from './attempt.ts'

const url = 'https://a.klaviyo.com/api/profiles?filter=any(email,["alex@example.com"])'
const never = () => Promise.withResolvers<Response>().promise
/** An answer whose body never ends. */
const endless = (): Response =>
  new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([123])) }))

afterEach(() => {
  vi.useRealTimers()
})

describe('an attempt', () => {
  it.each([
    ['no answer', never],
    ['an answer that never ends', async () => endless()],
  ])('ends with a KlaviyoTimeoutError for %s, even of a fetch that looks at no signal', async (_what, fetch) => {
    const failure: unknown = await createAttempt({ fetch, timeoutMs: 5, clock })(new Request(url)).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(KlaviyoTimeoutError)
    expect(failure).toMatchObject({ code: 'TIMEOUT', timeoutMs: 5, retryable: true })
  })

  it('takes its time from the clock that it is given', async () => {
    const timers: { readonly run: () => void; readonly ms: number }[] = []
    const moved = {
      now: () => 0,
      setTimer(run: () => void, ms: number) {
        timers.push({ run, ms })
        return () => {}
      },
    }
    const ended = createAttempt({ fetch: never, timeoutMs: 86_400_000, clock: moved })(new Request(url))
    expect(timers.map(({ ms }) => ms)).toEqual([86_400_000])
    for (const { run } of timers) run()
    await expect(ended).rejects.toBeInstanceOf(KlaviyoTimeoutError)
  })

  it('tells fetch to stop when the time is over', async () => {
    const signals: (AbortSignal | null | undefined)[] = []
    const fetch = (_request: Request, init: RequestInit) => {
      signals.push(init.signal)
      return never()
    }
    await expect(createAttempt({ fetch, timeoutMs: 5, clock })(new Request(url))).rejects.toBeInstanceOf(
      KlaviyoTimeoutError,
    )
    expect(signals.map((signal) => signal?.aborted)).toEqual([true])
  })

  it.each([
    ['before it starts', (controller: AbortController) => controller.abort(new Error('enough'))],
    ['while it runs', (controller: AbortController) => queueMicrotask(() => controller.abort(new Error('enough')))],
  ])("passes the caller's reason through when the caller stops it %s", async (_when, stop) => {
    const controller = new AbortController()
    const request = new Request(url, { signal: controller.signal })
    stop(controller)
    await expect(createAttempt({ fetch: never, timeoutMs: 60_000, clock })(request)).rejects.toThrow(/^enough$/)
  })

  it('makes a broken connection a KlaviyoNetworkError with its cause, and names no query', async () => {
    const cause = new TypeError('fetch failed')
    const attempt = createAttempt({ fetch: () => Promise.reject(cause), timeoutMs: 60_000, clock })
    const failure: unknown = await attempt(new Request(url)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(KlaviyoNetworkError)
    expect(failure).toMatchObject({ code: 'NETWORK', cause, retryable: true })
    expect(String(failure)).toContain('GET https://a.klaviyo.com/api/profiles:')
    expect(String(failure)).not.toContain('alex')
  })

  it.each([
    ['an answer', async () => new Response()],
    ['a failure', () => Promise.reject(new TypeError('fetch failed'))],
  ])('leaves no timer running after %s', async (_what, fetch) => {
    vi.useFakeTimers()
    await createAttempt({ fetch, timeoutMs: 60_000, clock })(new Request(url)).catch(() => {})
    expect(vi.getTimerCount()).toBe(0)
  })

  it('finds a connection that breaks inside the answer', async () => {
    const broken = new Response(new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) }))
    const attempt = createAttempt({ fetch: async () => broken, timeoutMs: 60_000, clock })
    await expect(attempt(new Request(url))).rejects.toBeInstanceOf(KlaviyoNetworkError)
  })

  it.each([200, 202, 204, 500])('gives an empty answer of status %i on as it came', async (status) => {
    const attempt = createAttempt({
      fetch: async () => new Response(null, { status, headers: { 'x-a': '1' } }),
      timeoutMs: 60_000,
      clock,
    })
    const response = await attempt(new Request(url))
    expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([status, '1', ''])
  })
})
