import type { JsonObject } from '@rudder-klaviyo/sdk'
import { asJson } from './as-json.ts'

/** A call as it was on the way. */
export interface Exchange {
  /** Method and path, with the query. */
  readonly method: string
  readonly path: string
  readonly body: JsonObject
  /** The size of the body as it was sent. */
  readonly bodyBytes: number
  readonly beganMs: number
  /** When its answer was there, or it broke; `Infinity` until then. */
  endedMs: number
  /** Missing when it was cut. */
  status?: number
  answer: JsonObject
}

/** A network to a sandbox that takes its time and remembers every call. */
export interface Network {
  readonly fetch: typeof globalThis.fetch
  /** In the order in which they began. */
  readonly exchanges: readonly Exchange[]
}

/** How long a call is under way: half of it before it arrives. From 6 to 65 ms, the same ones in each run. */
const latencyMs = (index: number) => 6 + ((index * 37) % 60)

/** A network in front of what answers. */
export function createNetwork(answer: (request: Request) => Promise<Response>): Network {
  const exchanges: Exchange[] = []
  return {
    exchanges,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const sent = await request.clone().text()
      const { pathname, search } = new URL(request.url)
      const exchange: Exchange = {
        method: request.method,
        path: pathname + search,
        body: asJson(sent),
        bodyBytes: Buffer.byteLength(sent),
        beganMs: Date.now(),
        endedMs: Infinity,
        answer: {},
      }
      const oneWayMs = latencyMs(exchanges.length) / 2
      exchanges.push(exchange)
      const end = () => {
        exchange.endedMs = Math.min(exchange.endedMs, Date.now())
      }
      // For its sender a call is over when it gives up, whatever still comes.
      // The caller's own: the signal of a Request that is made from it may be collected before it tells.
      const signal = init?.signal ?? request.signal
      signal.addEventListener('abort', end, { once: true })
      try {
        await wait(oneWayMs, signal)
        const response = await answer(request)
        await wait(oneWayMs, signal)
        // To its end: an answer whose body is late is late.
        const text = await response.text()
        exchange.answer = asJson(text)
        exchange.status = response.status
        return new Response(text === '' ? null : text, { status: response.status, headers: response.headers })
      } finally {
        end()
      }
    },
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, ms)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
  })
}
