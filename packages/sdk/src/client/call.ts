import type { Json, JsonObject } from '../event/json.ts'
import { toKlaviyoApiError } from '../errors/to-klaviyo-error.ts'
import type { ClientOptions } from './client-options.ts'
import { createClient } from './create-client.ts'
import { endpointsOf } from './revisions.ts'

/** One request of the pipeline: what a plan holds, or a read that delivery needs. */
export interface CallRequest {
  /** The operation id, for messages and facts. */
  readonly operation: string
  readonly method: 'GET' | 'POST'
  /** Without a trailing slash. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: JsonObject
  /** The body as JSON already, instead of `body`: what is batched is measured and sent as one text. */
  readonly json?: string
  readonly signal?: AbortSignal | undefined
}

/** What Klaviyo answered, with success. */
export interface CallAnswer {
  readonly status: number
  /** `undefined` when the body is empty, as in most 202. */
  readonly body: Json | undefined
  readonly headers: Headers
}

/**
 * Makes one attempt of one request. The seam of delivery: what paces, counts or records calls wraps one `Call` in another.
 * @throws {KlaviyoApiError | KlaviyoNetworkError | KlaviyoTimeoutError} for whatever is no success
 * @throws {ConfigError} without a usable key
 * @throws the reason of `signal` when that ended it
 */
export type Call = (request: CallRequest) => Promise<CallAnswer>

/** Klaviyo's API for planned requests: any path, plain JSON. Their bodies are already built for the revision. */
export interface PlainPaths {
  [path: string]: Record<
    'get' | 'post',
    {
      parameters: { query?: Readonly<Record<string, string>> }
      requestBody?: { content: { 'application/json': JsonObject | string } }
      responses: {
        200: { content: { 'application/json': unknown } }
        default: { content: { 'application/json': unknown } }
      }
    }
  >
}

/**
 * A `Call` over the typed client, so that planned requests and those of the user go the same way. With `client`, over
 * that one, and so through the middlewares it has.
 * @example const call = createCall({ apiKey: readKey, revision: '2024-06-15' })
 */
export function createCall(options: ClientOptions, client = createClient<PlainPaths>(options)): Call {
  const endpoints = endpointsOf(options.revision)
  return async ({ operation, method, path, query, body, json, signal }) => {
    signal?.throwIfAborted()
    const { data, error, response } = await client.request(method === 'GET' ? 'get' : 'post', path, {
      parseAs: 'text',
      ...(query === undefined ? undefined : { params: { query } }),
      ...(body === undefined ? undefined : { body }),
      ...(json === undefined ? undefined : { body: json, bodySerializer: () => json }),
      ...(signal === undefined ? undefined : { signal }),
    })
    if (!response.ok) {
      throw toKlaviyoApiError({ operation, response, body: error, scopes: endpoints[operation]?.scopes ?? [] })
    }
    return { status: response.status, body: parse(data, { operation, response }), headers: response.headers }
  }
}

function parse(
  text: string | undefined,
  { operation, response }: { operation: string; response: Response },
): Json | undefined {
  if (text === undefined || text.trim() === '') return undefined
  try {
    // What JSON.parse gives is JSON; its type cannot say so.
    return JSON.parse(text) as Json
  } catch {
    // A page of something in between: whatever became of the request, this is no answer of Klaviyo's.
    throw toKlaviyoApiError({ operation, response, body: text })
  }
}
