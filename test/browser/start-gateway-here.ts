import { createLogger, readConfig, startGateway, type Environment, type Gateway } from '@rudder-klaviyo/gateway'
import { createSandbox } from '@rudder-klaviyo/sandbox'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'

/** A gateway in this process that delivers to a sandbox. */
export interface GatewayHere extends AsyncDisposable {
  readonly url: string
  readonly fetch: Gateway['fetch']
  /** The `unique_id` of every event that the sandbox was sent, repeated ones too. */
  readonly deliveredIds: () => Promise<readonly string[]>
}

/** Starts both on free ports; they end with the `await using` block. */
export async function startGatewayHere(environment: Environment = {}): Promise<GatewayHere> {
  const folder = await temporaryFolder()
  const sandbox = createSandbox()
  const { url: baseUrl } = await sandbox.listen({ host: '127.0.0.1', port: 0 })
  const gateway = await startGateway({
    config: readConfig({ DATA_DIR: folder.path, PORT: '0', ...environment }),
    sandbox: { baseUrl, apiKey: 'sandbox' },
    logger: createLogger({ write: () => undefined }),
  })
  return {
    url: gateway.url,
    fetch: gateway.fetch,
    async deliveredIds() {
      const response = await sandbox.fetch(new Request(`${baseUrl}/sandbox/requests`))
      const text = await response.text()
      return [...text.matchAll(/"unique_id":"([^"]+)"/g)].map(([, id = '']) => id)
    },
    async [Symbol.asyncDispose]() {
      await gateway.stop()
      await sandbox.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}
