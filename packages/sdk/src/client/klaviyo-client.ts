import type { FetchResponse, MaybeOptionalInit, Middleware } from 'openapi-fetch'
import type { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'

type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'
type MediaType = `${string}/${string}`

/** The paths of a document that have a method. */
export type PathsWith<Paths, Method extends HttpMethod> = {
  [P in keyof Paths & string]: Paths[P] extends { readonly [M in Method]: unknown } ? P : never
}[keyof Paths & string]

/** An operation that a document does not describe: anything goes, and the answer is unknown. */
interface FreeOperation {
  parameters: { query?: Record<string, unknown>; path?: Record<string, string | number> }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { 200: { content: { 'application/json': unknown } } }
}

/** The paths of a document; one that it describes as `unknown` takes every method. */
export type Described<Paths> = {
  [P in keyof Paths & string]: unknown extends Paths[P] ? Record<HttpMethod, FreeOperation> : Paths[P]
}

/** As openapi-fetch has it: the second argument may be left out when the document requires nothing. */
type InitParam<Init> =
  {} extends NonNullable<Init> ? [(Init & { [key: string]: unknown })?] : [Init & { [key: string]: unknown }]

/**
 * An answer: `data` of a success, or `error`. Checking one narrows the other.
 * @example
 * const { data, error } = await klaviyo.client.GET('/api/lists')
 * if (error === undefined) console.log(data?.data.length)
 */
export type KlaviyoResponse<R> = R extends { error: unknown }
  ? { data?: never; error: KlaviyoApiError; response: Response }
  : R

type KlaviyoMethod<Paths extends object, Method extends HttpMethod> = <
  Path extends PathsWith<Paths, Method>,
  Init extends MaybeOptionalInit<Paths[Path], Method & keyof Paths[Path]>,
>(
  path: Path,
  ...init: InitParam<Init>
) => Promise<
  KlaviyoResponse<FetchResponse<Paths[Path][Method & keyof Paths[Path]] & Record<string, unknown>, Init, MediaType>>
>

/**
 * openapi-fetch's client over the `paths` of an OpenAPI document, with Klaviyo's errors: an answer that is no success is a
 * `KlaviyoApiError` in `error`; a call without an answer throws. It makes one attempt and keeps no rate limit.
 * @example
 * const { data, error } = await klaviyo.client.GET('/api/lists')
 * if (error !== undefined) throw error
 */
export interface KlaviyoClient<Paths extends object> {
  GET: KlaviyoMethod<Paths, 'get'>
  PUT: KlaviyoMethod<Paths, 'put'>
  POST: KlaviyoMethod<Paths, 'post'>
  DELETE: KlaviyoMethod<Paths, 'delete'>
  OPTIONS: KlaviyoMethod<Paths, 'options'>
  HEAD: KlaviyoMethod<Paths, 'head'>
  PATCH: KlaviyoMethod<Paths, 'patch'>
  TRACE: KlaviyoMethod<Paths, 'trace'>
  /** Adds middlewares: to every call, those of `send` too. They see the key in the header `Authorization`. */
  use(...middleware: Middleware[]): void
  /** Takes middlewares away again. */
  eject(...middleware: Middleware[]): void
}
