import type { SandboxRequest, SandboxResponse } from './exchange.ts'
import { answerFetch } from './fetch.ts'
import { handleRequest } from './handle-request.ts'
import { type ListenOptions, createServer } from './server.ts'
import { type Background, createBackground } from './state/background.ts'
import { createNewId, type NewId } from './state/ids.ts'
import { createState } from './state/state.ts'

/** Settings of a sandbox; all have defaults. */
export interface SandboxOptions {
  /** The time in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Makes the ids of profiles, lists, jobs and the like. @default random ones that look like Klaviyo's */
  readonly newId?: NewId
  /** How many requests `GET /sandbox/requests` remembers, the newest. @default 100_000 */
  readonly maxRequests?: number
}

/** A Klaviyo on this machine. Everything is in memory and gone with it. */
export interface Sandbox {
  /** Answers a request without a port. The host of its address does not matter. */
  readonly fetch: (request: Request) => Promise<Response>
  /**
   * Serves on a port; 0 takes a free one. Rejects with the error of `node:http`, for example with the code
   * `EADDRINUSE`.
   */
  readonly listen: (options: ListenOptions) => Promise<{ url: string }>
  /** Resolves when no bulk job is left to carry out. */
  readonly idle: () => Promise<void>
  /** Closes the port, if there is one, with all connections. */
  readonly close: () => Promise<void>
}

const MAX_REQUESTS = 100_000

/** Makes a sandbox in which nothing happened yet. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { now = Date.now, newId = createNewId(), maxRequests = MAX_REQUESTS } = options
  const clock = { now, newId }
  const background: Background = createBackground()
  let state = createState(clock, maxRequests)
  const clear = () => {
    state = createState(clock, maxRequests)
  }
  const handle = (request: SandboxRequest): SandboxResponse =>
    handleRequest(request, { ...clock, state, background, clear })
  const server = createServer(handle)
  return {
    fetch: (request) => answerFetch(request, handle),
    listen: server.listen,
    idle: background.idle,
    close: server.close,
  }
}
