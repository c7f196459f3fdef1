import * as http from 'node:http'
import { MAX_BODY_BYTES } from './body-limit.ts'
import { type Handle, type SandboxResponse, textOf } from './exchange.ts'
import { type Destination, travel } from './journey.ts'
import type { SandboxClock } from './state/clock.ts'

/** Where to serve. */
export interface ListenOptions {
  /** @default '127.0.0.1' */
  readonly host?: string
  /** 0 takes a free port. */
  readonly port: number
}

/** A port that may be open or not. */
export interface SandboxServer {
  readonly listen: (options: ListenOptions) => Promise<{ url: string }>
  readonly close: () => Promise<void>
}

/** Serves a handler over HTTP. */
export function createServer(handle: Handle, clock: SandboxClock): SandboxServer {
  const server = http.createServer((incoming, outgoing) => {
    serve(incoming, handle)
      .then((response) => travel(response, connectionOf(outgoing), clock))
      .catch((error: unknown) => outgoing.destroy(asError(error)))
  })
  return {
    listen: ({ host = '127.0.0.1', port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          resolve({ url: addressOf(server, host) })
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function serve(incoming: http.IncomingMessage, handle: Handle): Promise<SandboxResponse> {
  const body = await readBody(incoming)
  const url = urlOf(incoming)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct)) headers.set(name, value?.join(', ') ?? '')
  return handle({ method: incoming.method ?? 'GET', url, headers, body })
}

/**
 * The body as text; `undefined` when it is too large. Then it is still read to its end, but not kept: a client that is
 * cut off while it sends sees a broken connection and no 413.
 */
async function readBody(incoming: http.IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of chunksOf(incoming)) {
    sizeBytes += chunk.byteLength
    if (sizeBytes <= MAX_BODY_BYTES) chunks.push(chunk)
  }
  if (sizeBytes > MAX_BODY_BYTES) return undefined
  return Buffer.concat(chunks).toString()
}

/** Without an encoding set, a request gives buffers. */
const chunksOf = (incoming: http.IncomingMessage): AsyncIterable<Buffer> => incoming.iterator()

/** A path such as `//x` is a path here, never a host. */
function urlOf(incoming: http.IncomingMessage): URL {
  const host = incoming.headers.host ?? '127.0.0.1'
  const path = incoming.url?.startsWith('/') === true ? incoming.url : '/'
  return URL.parse(`http://${host}${path}`) ?? new URL(`http://127.0.0.1${path}`)
}

const connectionOf = (outgoing: http.ServerResponse): Destination => ({
  send: (response) => {
    const text = textOf(response) ?? ''
    outgoing.writeHead(response.status, {
      ...response.headers,
      ...(response.status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
    })
    outgoing.end(text)
  },
  // The client sees ECONNRESET.
  cut: () => outgoing.socket?.resetAndDestroy(),
  begin: (response) => {
    const bytes = Buffer.from(textOf(response) ?? '')
    outgoing.writeHead(response.status, { ...response.headers, 'content-length': bytes.byteLength })
    outgoing.flushHeaders()
    return { bytes, write: (part) => outgoing.write(part), end: () => outgoing.end() }
  },
  onGone: (run) => outgoing.once('close', run),
})

function addressOf(server: http.Server, host: string): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sandbox listens on no port')
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
