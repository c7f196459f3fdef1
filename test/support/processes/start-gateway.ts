import { CLI } from './cli.ts'
import { postGraphQL, type GraphQLAnswer } from './post-graphql.ts'
import { readBack, type ReadBack } from './read-back.ts'
import { startProcess, type StartedProcess } from './start-process.ts'

/** A gateway that runs in a process of its own. */
export interface GatewayProcess extends AsyncDisposable {
  /** Without a path, such as `http://127.0.0.1:4000`. */
  readonly url: string
  readonly process: StartedProcess
  /** Where the sandbox beside it is; blank where there is none. */
  readonly sandboxUrl: string
  /** What that sandbox holds. */
  readonly read: ReadBack
  /** Runs an operation with the write key. Rejects when nobody answers. */
  send(query: string, variables?: object): Promise<GraphQLAnswer>
}

interface GatewayOptions {
  readonly dataDir: string
  /** Further variables. PORT and SANDBOX_PORT are free ones unless they are named. */
  readonly env?: Readonly<Record<string, string>>
  /** Starts the gateway. @default `rudder-klaviyo serve` */
  readonly command?: readonly [string, ...string[]]
}

const DEMO_KEY = 'dev'

/** Starts a gateway on free ports and waits until it has said where it is. */
export async function startGateway({
  dataDir,
  env = {},
  command = [...CLI, 'serve'],
}: GatewayOptions): Promise<GatewayProcess> {
  const started = startProcess(command, { env: { PORT: '0', SANDBOX_PORT: '0', DATA_DIR: dataDir, ...env } })
  try {
    // The addresses are printed in one piece; its last line tells where events go.
    await started.untilPrinted(/^No Klaviyo account is used|^Klaviyo /m)
    const { stdout } = started.printed
    const url = /^Gateway +(\S+)\/graphql/m.exec(stdout)?.[1] ?? ''
    const sandboxUrl = /^Sandbox +(\S+)\/sandbox/m.exec(stdout)?.[1] ?? ''
    const key = env['WRITE_KEY'] ?? DEMO_KEY
    return {
      url,
      process: started,
      sandboxUrl,
      read: readBack(sandboxUrl),
      send: (query, variables) => postGraphQL({ url, key, query, variables }),
      [Symbol.asyncDispose]: () => started[Symbol.asyncDispose](),
    }
  } catch (error) {
    await started[Symbol.asyncDispose]()
    throw error
  }
}
