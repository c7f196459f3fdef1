import type { Json, JsonObject, Revision } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import { type Sandbox, createSandbox } from '../create-sandbox.ts'
import type { SandboxOptions } from '../options.ts'
import { answerFaults } from './answer-faults.ts'

/** An answer, read. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: JsonObject
  /** `source.pointer` or `source.parameter` of each error; `null` where it has neither. */
  readonly sources: readonly (string | null)[]
}

/** A sandbox and short ways to call it in one revision. */
export interface Client {
  readonly sandbox: Sandbox
  /** Sends a request and fails the test when the answer does not fit the response schema of the document. */
  readonly send: (method: string, path: string, body?: Json, headers?: Record<string, string>) => Promise<Reply>
  readonly get: (path: string) => Promise<Reply>
  readonly post: (path: string, body: Json) => Promise<Reply>
  /** The rows of a read-back, for example of `/sandbox/profiles`. */
  readonly rows: (path: string) => Promise<readonly JsonObject[]>
}

/** The host does not matter without a port. */
const HOST = 'http://klaviyo.test'

/** A sandbox of its own for a test; with rate windows only where the test asks for them. */
export function createClient(revision: Revision, options?: SandboxOptions): Client {
  const sandbox = createSandbox({ rateLimits: false, ...options })
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const request = new Request(HOST + path, {
      method,
      headers: {
        authorization: 'Klaviyo-API-Key test',
        revision,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const response = await sandbox.fetch(request)
    const text = await response.text()
    // `JSON.parse` gives JSON; its declared type says less.
    const parsed = text === '' ? undefined : (JSON.parse(text) as Json)
    const faults = answerFaults({ revision, method, path, status: response.status, body: parsed })
    if (faults.length > 0) throw new Error(`${method} ${path} ${response.status}: ${faults.join(' ')} ${text}`)
    const object = asObject(parsed)
    return { status: response.status, headers: response.headers, body: object, sources: sourcesOf(object) }
  }
  return {
    sandbox,
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    rows: async (path) => dataOf(await send('GET', path)),
  }
}

/** `data` of an answer as a list of objects. */
export const dataOf = ({ body }: Pick<Reply, 'body'>): readonly JsonObject[] => listOf(body['data'])

/** Errors of an answer. */
export const errorsOf = ({ body }: Pick<Reply, 'body'>): readonly JsonObject[] => listOf(body['errors'])

const listOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.map((item: Json) => asObject(item)) : []

function sourcesOf(body: JsonObject): readonly (string | null)[] {
  return errorsOf({ body }).map((error) => {
    const { pointer, parameter } = asObject(error['source'])
    return textOf(pointer ?? parameter) || null
  })
}

/** The id of the resource that an answer holds. */
export const idOf = ({ body }: Pick<Reply, 'body'>): string => textOf(asObject(body['data'])['id'])

/** A value that should be a text; empty when it is none. */
export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
