import type { SandboxRequest } from './exchange.ts'
import { createFaultBook } from './faults/fault-book.ts'
import { parseFaults } from './faults/fault-rule.ts'
import { answerFetch } from './fetch.ts'
import { handleRequest } from './handle-request.ts'
import { type SandboxOptions, settingsOf } from './options.ts'
import { type ListenOptions, createServer } from './server.ts'
import { createBackground } from './state/background.ts'
import { createNewId } from './state/ids.ts'
import { createMovableClock } from './state/movable-clock.ts'
import { createRandom } from './state/random.ts'
import { createState } from './state/state.ts'

/** A Klaviyo on this machine. Everything is in memory and gone with it. */
export interface Sandbox {
  /**
   * Answers a request without a port. The host of its address does not matter. Rejects as the platform's `fetch` does: with
   * a `TypeError` when a fault cuts the connection, with the reason of the request's signal when that is aborted.
   */
  readonly fetch: (request: Request) => Promise<Response>
  /**
   * Serves on a port; 0 takes a free one. Rejects with the error of `node:http`, for example with the code
   * `EADDRINUSE`.
   */
  readonly listen: (options: ListenOptions) => Promise<{ url: string }>
  /** Resolves when nothing of what was answered is left to carry out. */
  readonly idle: () => Promise<void>
  /** Closes the port, if there is one, with all connections. */
  readonly close: () => Promise<void>
}

/**
 * Makes a sandbox in which nothing happened yet.
 * @throws {InvalidFaultsError} when `faults` has a rule that cannot be carried out
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = settingsOf(options)
  const movable = createMovableClock(settings.clock)
  const clock = { ...movable, newId: options.newId ?? createNewId() }
  const background = createBackground(clock, settings)
  const faults = createFaultBook(clock, createRandom(settings.seed))
  faults.add(parseFaults(options.faults ?? []))
  let state = createState(clock, settings)
  const clear = () => {
    background.clear()
    state = createState(clock, settings)
  }
  const handle = (request: SandboxRequest) =>
    handleRequest(request, { ...clock, switches: settings.switches, state, background, faults, clear })
  const server = createServer(handle, clock)
  return {
    fetch: (request) => answerFetch(request, handle, clock),
    listen: server.listen,
    idle: background.idle,
    close: server.close,
  }
}
