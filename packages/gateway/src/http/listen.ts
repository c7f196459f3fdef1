import { createServer, type Server } from 'node:http'
import { createServerAdapter } from '@whatwg-node/server'

/** A server that listens. */
export interface Listening {
  /** For example `http://127.0.0.1:4000`, without a final slash. */
  readonly url: string
  /** Takes no new connection, lets running requests end for `graceMs`, then cuts what is left. */
  stop(graceMs: number): Promise<void>
}

/** Where to listen. */
export interface ListenOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
}

/**
 * Serves by the platform's Request and Response on `node:http`.
 * @throws {Error} when the port is in use: it names the port and the variable that changes it
 */
export async function listen(
  handle: (request: Request) => Response | Promise<Response>,
  { host, port }: ListenOptions,
): Promise<Listening> {
  const adapter = createServerAdapter(handle)
  let isStopping = false
  const server = createServer((request, response) => {
    // Behind the last answer a connection is idle, and an idle one would keep a stop waiting.
    response.once('close', () => isStopping && server.closeIdleConnections())
    void adapter(request, response)
  })
  await listening(server, { host, port })
  return {
    url: urlOf(server, host),
    async stop(graceMs) {
      isStopping = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(cut)
    },
  }
}

const EXPLANATIONS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `Port ${port} is in use: stop what listens there, or set PORT to another one.`,
  EACCES: (_host, port) => `Port ${port} may not be used by this user: set PORT to one above 1023.`,
  EADDRNOTAVAIL: (host) => `"${host}" is no address of this machine: set HOST to one that is.`,
  ENOTFOUND: (host) => `"${host}" is no address of this machine: set HOST to one that is.`,
}

function listening(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const what = EXPLANATIONS[error.code ?? '']
  return what === undefined ? error : new Error(what(host, port), { cause: error })
}

function urlOf(server: Server, host: string): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}
