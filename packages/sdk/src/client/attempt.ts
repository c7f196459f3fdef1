import type { Clock } from '../clock.ts'
import { toTransportError } from '../errors/to-klaviyo-error.ts'

/** How one attempt is made. */
export interface AttemptOptions {
  readonly fetch: (request: Request, init: RequestInit) => Promise<Response>
  /** To the last byte of the answer, in milliseconds. */
  readonly timeoutMs: number
  readonly clock: Clock
}

/** What the two ways of ending an attempt early share: a signal, and a promise that is rejected with it. */
interface Cut {
  readonly signal: AbortSignal
  readonly happened: Promise<never>
  readonly isTimeout: () => boolean
  readonly release: () => void
}

/**
 * A `fetch` for exactly one attempt: sends, and reads the answer to its end, so that a connection that breaks halfway is
 * found here and nowhere else. No retry: attempts are counted by those who know what is retry-safe.
 * @throws {KlaviyoTimeoutError} when the answer is not there in time
 * @throws {KlaviyoNetworkError} when the connection broke
 * @throws the caller's own reason when the caller's signal ended it
 */
export function createAttempt({ fetch, timeoutMs, clock }: AttemptOptions): (request: Request) => Promise<Response> {
  const send = async (request: Request, signal: AbortSignal) => wholeAnswer(await fetch(request, { signal }))
  return async (request) => {
    request.signal.throwIfAborted()
    const cut = cutBy(request.signal, timeoutMs, clock)
    try {
      // The race, because a `fetch` of the caller may not look at signals.
      return await Promise.race([send(request, cut.signal), cut.happened])
    } catch (cause) {
      if (request.signal.aborted) throw request.signal.reason
      const { origin, pathname } = new URL(request.url)
      const where = `${request.method} ${origin}${pathname}`
      throw toTransportError(cause, cut.isTimeout() ? { where, timeoutMs } : { where })
    } finally {
      cut.release()
    }
  }
}

// A timer of our own and not AbortSignal.timeout: it ends with the attempt, so that a finished program need not wait for it.
function cutBy(caller: AbortSignal, timeoutMs: number, clock: Clock): Cut {
  const controller = new AbortController()
  const { promise: happened, reject } = Promise.withResolvers<never>()
  // Nobody may be waiting any more when it happens.
  happened.catch(() => {})
  let timedOut = false
  const end = (reason: unknown) => {
    controller.abort(reason)
    reject(reason)
  }
  const onAbort = () => end(caller.reason)
  const cancelTimer = clock.setTimer(() => {
    timedOut = true
    end(new DOMException('No whole answer in time.', 'TimeoutError'))
  }, timeoutMs)
  caller.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    happened,
    isTimeout: () => timedOut,
    release: () => {
      cancelTimer()
      caller.removeEventListener('abort', onAbort)
    },
  }
}

async function wholeAnswer(response: Response): Promise<Response> {
  // A redirect in a browser has status 0 and no body, and no Response can be made with it.
  if (response.status === 0) return response
  const text = await response.text()
  return new Response(text === '' ? null : text, {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  })
}
