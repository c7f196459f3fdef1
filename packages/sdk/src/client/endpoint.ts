/** A rate limit of an operation: so many calls in a window of fixed length, per Klaviyo account. */
export interface RateWindow {
  readonly count: number
  readonly windowMs: number
}

/** The facts of an operation that its types cannot carry. They are generated from the OpenAPI document of the revision. */
export interface Endpoint {
  readonly method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'
  /** Without a trailing slash, for example `/api/profiles/{id}`. */
  readonly path: string
  /** The media type of the request body. Left out when the operation takes none. */
  readonly mediaType?: string
  readonly burst: RateWindow
  readonly steady: RateWindow
  /** Only few operations have it. */
  readonly daily?: RateWindow
  /** What a Klaviyo key needs to be allowed, for example `events:write`. */
  readonly scopes: readonly string[]
  /** The size limits of one call by name, for example `maxProfilesCount: 100`; sizes end in `Bytes`, counts in `Count`. */
  readonly limits: Readonly<Record<string, number>>
}
