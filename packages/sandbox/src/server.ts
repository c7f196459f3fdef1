import * as http from 'node:http'
import { MAX_BODY_BYTES, tooLarge } from './body-limit.ts'
import type { SandboxRequest, SandboxResponse } from './exchange.ts'

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
export function createServer(handle: (request: SandboxRequest) => SandboxResponse): SandboxServer {
  const server = http.createServer((incoming, outgoing) => {
    serve(incoming, outgoing, handle).catch((error: unknown) => outgoing.destroy(asError(error)))
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

async function serve(
  incoming: http.IncomingMessage,
  outgoing: http.ServerResponse,
  handle: (request: SandboxRequest) => SandboxResponse,
): Promise<void> {
  const body = await readBody(incoming)
  if (body === undefined) {
    write(
      outgoing,
      tooLarge(() => crypto.randomUUID()),
    )
    return
  }
  const url = urlOf(incoming)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headersDistinct)) headers.set(name, value?.join(', ') ?? '')
  write(outgoing, handle({ method: incoming.method ?? 'GET', url, headers, body }))
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

function write(outgoing: http.ServerResponse, response: SandboxResponse): void {
  const text = response.body === undefined ? '' : JSON.stringify(response.body)
  outgoing.writeHead(response.status, {
    ...response.headers,
    ...(response.status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
  })
  outgoing.end(text)
}

function addressOf(server: http.Server, host: string): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sandbox listens on no port')
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
