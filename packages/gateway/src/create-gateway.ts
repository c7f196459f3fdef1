import type { Account } from './accept/account.ts'
import type { Source } from './accept/acceptance.ts'
import { createAcceptance } from './accept/create-acceptance.ts'
import type { GatewayConfig } from './config.ts'
import { startDispatcher } from './dispatch/start-dispatcher.ts'
import { createKeys, type KeyEntry } from './edge/keys.ts'
import { toAccountHealth } from './http/account-health.ts'
import { createGraphiQL } from './http/graphiql.ts'
import { createGraphQL } from './http/graphql.ts'
import type { Readiness } from './http/health.ts'
import { createRoutes, route } from './http/routes.ts'
import { createLogger, errorFields, type Logger } from './logger.ts'
import { makePrivateFolder } from './outbox/make-private-folder.ts'
import { openOutbox } from './outbox/open-outbox.ts'
import { schema } from './schema/index.ts'

/** What a gateway is made of. */
export interface GatewayParts {
  readonly config: GatewayConfig
  /** Where its events go. */
  readonly account: Account
  /** @default JSON lines on standard error */
  readonly logger?: Logger
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
}

/** A gateway without a port: accepts, keeps and delivers. */
export interface GatewayCore {
  /** Answers a request as the server does. */
  readonly fetch: (request: Request) => Promise<Response>
  /** From now on it is not ready, and delivers no more; requests are answered all the same. Takes at most 9 s. */
  drain(): Promise<void>
  /** Finishes what is being committed and closes the outbox. Call it behind the last request and `drain`. */
  close(): Promise<void>
}

/**
 * Opens the outbox of `config.databaseUrl` or `config.dataDir` and starts to deliver what waits in it.
 * @throws {Error} when another process has the folder, or the database cannot be used
 */
export async function createGateway({ config, account, ...options }: GatewayParts): Promise<GatewayCore> {
  const { logger = createLogger({ level: config.logLevel }), now = Date.now } = options
  if (config.databaseUrl === undefined && !makePrivateFolder(config.dataDir)) {
    logger.warn(
      'The folder of DATA_DIR belongs to another user and others may read it, with the personal data of the events in it: give it to this user, or set DATA_DIR to another folder.',
    )
  }
  const outbox = await openOutbox({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    now,
    warn: (message) => logger.warn(message),
  })
  const innerLogger = withCauses(logger)
  const dispatcher = startDispatcher({ outbox, account, logger: innerLogger })
  let isDraining = false

  const readiness = async (): Promise<Readiness> => {
    if (isDraining) return 'stopping'
    return outbox.ping().then(
      () => 'ready',
      () => 'outbox unavailable',
    )
  }
  const routes = createRoutes({
    graphql: createGraphQL({
      schema,
      keys: createKeys(keyEntries(config, account.name)),
      acceptance: createAcceptance({ outbox, accounts: new Map([[account.name, account]]), now, logger: innerLogger }),
      settings: account.settings,
      allowedOrigins: config.allowedOrigins,
      maxBodyBytes: config.maxBodyBytes,
      logger,
      now,
    }),
    graphiql: createGraphiQL(config.klaviyo === undefined ? config.writeKey : undefined),
    schema,
    readiness,
    accounts: () => [toAccountHealth(dispatcher.state())],
  })
  return {
    fetch: async (request) => route(routes, request),
    drain() {
      isDraining = true
      return dispatcher.stop()
    },
    close: () => outbox.close(),
  }
}

/**
 * Each key is a source of its own: a messageId that somebody sends with the public key never makes an event of the server
 * a duplicate. The server key may always change consent.
 */
function keyEntries(config: GatewayConfig, account: string): readonly KeyEntry[] {
  const source: Source = { name: 'default', account, mayChangeConsent: config.consentFrom === 'any' }
  const entries = [{ key: config.writeKey, source }]
  if (config.serverKey !== undefined) {
    entries.push({ key: config.serverKey, source: { name: 'server', account, mayChangeConsent: true } })
  }
  return entries
}

/** The delivery gives the cause of a message as it was thrown. */
function withCauses(logger: Logger): Parameters<typeof startDispatcher>[0]['logger'] {
  const fieldsOf = (cause: unknown) => (cause === undefined ? undefined : errorFields(cause))
  return {
    info: (message) => logger.info(message),
    warn: (message, cause) => logger.warn(message, fieldsOf(cause)),
    error: (message, cause) => logger.error(message, fieldsOf(cause)),
  }
}
