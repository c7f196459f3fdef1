import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { createCall } from '@rudder-klaviyo/sdk/stages'
import { afterEach, beforeEach } from 'vitest'
import { readConfig, type Environment } from '../config.ts'
import { createGateway, type GatewayCore } from '../create-gateway.ts'
import { createLogger } from '../logger.ts'

/** `messageId` is nullable in one member of the union only, so one of them needs another name. */
export const RESULT = `{
  __typename
  ... on EventAccepted { messageId duplicate warnings { path code } event { status type name } }
  ... on EventInvalid { ownId: messageId message issues { path code } }
}`

/** A GraphQL answer; what is in it is checked where it is expected. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly string[]
    readonly extensions?: object
  }[]
}

type CallRequest = Parameters<ReturnType<typeof createCall>>[0]

/** A gateway of a test, in a folder of its own; what it delivers and logs is noted. */
export class TestGateway {
  /** What its Klaviyo took. */
  readonly calls: CallRequest[] = []
  readonly lines: string[] = []
  readonly #folder: string
  #core: GatewayCore | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  get core(): GatewayCore {
    if (this.#core === undefined) throw new Error('the gateway of this test is closed')
    return this.#core
  }

  /** What the calls carried: events by their messageId, anything else by its operation. */
  get delivered(): readonly string[] {
    return this.calls.flatMap(({ operation, json = '' }) => {
      const ids = [...json.matchAll(/"unique_id":"([^"]*)"/g)].map(([, id = '']) => id)
      return ids.length === 0 ? [operation] : ids
    })
  }

  async open(environment: Environment = {}): Promise<void> {
    const config = readConfig({ DATA_DIR: this.#folder, ...environment })
    this.#core = await createGateway({
      config,
      account: {
        name: 'sandbox',
        settings: config.settings,
        call: async (request) => {
          this.calls.push(request)
          return { status: 202, body: undefined, headers: new Headers() }
        },
      },
      logger: createLogger({ write: (line) => this.lines.push(line) }),
    })
  }

  async close(): Promise<void> {
    await this.core.drain()
    await this.core.close()
    this.#core = undefined
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.core.fetch(
      new Request('http://gateway/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer dev', ...headers },
        body: JSON.stringify(body),
      }),
    )
  }

  async ask(query: string, variables: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.post({ query, variables }, headers)
    return (await response.json()) as Answer // a GraphQL answer has this form
  }
}

/** Opens a gateway before each test of a file and closes it behind it. */
export function useTestGateway(): () => TestGateway {
  let folder: string | undefined
  let gateway: TestGateway | undefined
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-'))
    gateway = new TestGateway(folder)
    await gateway.open()
  })
  afterEach(async () => {
    await gateway?.close()
    if (folder !== undefined) await rm(folder, { recursive: true })
  })
  return () => {
    if (gateway === undefined) throw new Error('there is a gateway inside of a test only')
    return gateway
  }
}
