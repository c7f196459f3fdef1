/** What the sandbox reads of an OpenAPI 3.1 document; the schemas themselves are read by the validator alone. */
export interface OpenApiDocument {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  readonly components: { readonly parameters?: Readonly<Record<string, ParameterObject>> }
}

/** One operation of a document. */
export interface OperationObject {
  readonly operationId: string
  readonly parameters?: readonly (ParameterObject | Reference)[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
  readonly responses: Readonly<Record<string, ResponseObject>>
  readonly 'x-klaviyo-ratelimit': RateLimitsObject
  readonly 'x-klaviyo-scopes'?: readonly string[]
  readonly 'x-klaviyo-limits'?: OperationLimits
}

/** Calls in a window, for example `75/s`, `700/m`, `150/d`. */
export interface RateLimitsObject {
  readonly burst: string
  readonly steady: string
  readonly daily?: string
}

/** An answer; without `content` it has no body, unless it stands elsewhere. */
export interface ResponseObject {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
}

/** The sizes of one request; a limit that is missing does not exist. */
export interface OperationLimits {
  readonly maxBodyBytes?: number
  readonly maxProfileBytes?: number
  /** Also in the schemas, as `maxItems`. */
  readonly maxProfilesCount?: number
  readonly maxEventsCount?: number
  readonly maxStringBytes?: number
  readonly maxArrayItemsCount?: number
  readonly maxNestingLevelsCount?: number
  readonly maxMetricNameChars?: number
}

/** A parameter of an operation. */
export interface ParameterObject {
  readonly name: string
  readonly in: string
  readonly schema: { readonly type?: string | readonly string[]; readonly default?: unknown }
}

/** A pointer to a component. */
export interface Reference {
  readonly $ref: string
}
