import { MAX_BODY_BYTES } from './body-limit.ts'
import { type Handle, textOf } from './exchange.ts'
import { type Destination, travel } from './journey.ts'
import type { SandboxClock } from './state/clock.ts'

/** Answers a standard `Request` with a standard `Response`, and fails as the platform's `fetch` does. */
export async function answerFetch(request: Request, handle: Handle, clock: SandboxClock): Promise<Response> {
  request.signal.throwIfAborted()
  const body = await request.text()
  const response = await handle({
    method: request.method,
    url: new URL(request.url),
    headers: request.headers,
    body: Buffer.byteLength(body) > MAX_BODY_BYTES ? undefined : body,
  })
  return new Promise((resolve, reject) => {
    travel(response, promiseOf(request.signal, { resolve, reject }), clock)
  })
}

interface Settle {
  readonly resolve: (response: Response) => void
  readonly reject: (reason: unknown) => void
}

function promiseOf(signal: AbortSignal, { resolve, reject }: Settle): Destination {
  let isGone = () => {}
  return {
    send: (response) => {
      const { status, headers } = response
      resolve(new Response(textOf(response) ?? null, { status, headers }))
    },
    cut: () => reject(new TypeError('fetch failed', { cause: new Error('the sandbox cut the connection') })),
    begin: (response) => {
      const { status, headers } = response
      const { stream, write, end } = streamOf(signal, () => isGone())
      resolve(new Response(stream, { status, headers }))
      return { bytes: Buffer.from(textOf(response) ?? ''), write, end }
    },
    onGone: (run) => {
      isGone = run
      const stop = () => {
        run()
        reject(signal.reason)
      }
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    },
  }
}

/** A body that is written from outside. It breaks with the signal; who reads it may also let it go. */
function streamOf(signal: AbortSignal, onCancel: () => void) {
  let write: (part: Uint8Array) => void = () => {}
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      write = (part) => controller.enqueue(part)
      end = () => controller.close()
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true })
    },
    cancel: onCancel,
  })
  return { stream, write: (part: Uint8Array) => write(part), end: () => end() }
}
