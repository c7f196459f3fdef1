import type { GatewayConfig } from './config.ts'
import { createAccount, type SandboxAddress } from './create-account.ts'
import { createGateway } from './create-gateway.ts'
import { listen } from './http/listen.ts'
import type { Logger } from './logger.ts'

/** What a gateway is started with. */
export interface GatewayOptions {
  /** As `readConfig` gives it. */
  readonly config: GatewayConfig
  /** Where events go without a Klaviyo key. */
  readonly sandbox?: SandboxAddress | undefined
  /** @default JSON lines on standard error, from `config.logLevel` on */
  readonly logger?: Logger
}

/** A gateway that runs. */
export interface Gateway {
  /** For example `http://127.0.0.1:4000`. */
  readonly url: string
  /** Answers a request without the network. */
  readonly fetch: (request: Request) => Promise<Response>
  /**
   * Stops within 10 s: not ready from now on, no new connections, what runs is answered, what was accepted stays on
   * disk. A second call waits for the first.
   */
  stop(): Promise<void>
}

/** How long running requests may go on during a stop, in milliseconds. Delivery stops at the same time, within 9 s. */
const REQUEST_GRACE_MS = 5_000

/**
 * Starts the gateway: opens the outbox, delivers what waits in it, and listens.
 * @throws {Error} when the port is in use (it names PORT), or another process has the folder
 */
export async function startGateway({ config, sandbox, ...options }: GatewayOptions): Promise<Gateway> {
  const core = await createGateway({ config, account: createAccount(config, sandbox), ...options })
  const close = async (): Promise<void> => {
    await core.drain()
    await core.close()
  }
  const server = await listen(core.fetch, config).catch(async (error: unknown) => {
    await close()
    throw error
  })
  let stopped: Promise<void> | undefined
  const stop = async (): Promise<void> => {
    await Promise.all([core.drain(), server.stop(REQUEST_GRACE_MS)])
    await core.close()
  }
  return { url: server.url, fetch: core.fetch, stop: () => (stopped ??= stop()) }
}
