import * as z from 'zod'

/**
 * A JSON Schema as OpenAPI 3.0 (`nullable`) and 3.1 (lists of types, `const`) write it: the keywords that we read.
 * Objects stay loose everywhere in this file, because a document carries more than we look at.
 */
export const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  nullable: z.boolean().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  description: z.string().optional(),
  get properties() {
    return z.record(z.string(), Schema).optional()
  },
  get additionalProperties() {
    return z.union([z.boolean(), Schema]).optional()
  },
  get items() {
    return Schema.optional()
  },
  get allOf() {
    return z.array(Schema).optional()
  },
  get oneOf() {
    return z.array(Schema).optional()
  },
  get anyOf() {
    return z.array(Schema).optional()
  },
})
export type Schema = z.infer<typeof Schema>

/** `name` and `in` are missing only beside a `$ref`. */
export const Parameter = z.looseObject({
  $ref: z.string().optional(),
  name: z.string().optional(),
  in: z.enum(['path', 'query', 'header', 'cookie']).optional(),
  description: z.string().optional(),
  required: z.boolean().optional(),
  explode: z.boolean().optional(),
  schema: Schema.optional(),
})
export type Parameter = z.infer<typeof Parameter>

const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() }))

const RequestBody = z.looseObject({
  $ref: z.string().optional(),
  required: z.boolean().optional(),
  content: Content.optional(),
})

const Response = z.looseObject({ $ref: z.string().optional(), content: Content.optional() })

/** Klaviyo's own extension: for example `{ burst: '75/s', steady: '700/m', daily: '100/d' }`. */
const RateLimits = z.looseObject({
  burst: z.string().optional(),
  steady: z.string().optional(),
  daily: z.string().optional(),
})

export const Operation = z.looseObject({
  operationId: z.string().optional(),
  description: z.string().optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: RequestBody.optional(),
  responses: z.record(z.string(), Response),
  'x-klaviyo-ratelimit': RateLimits.optional(),
  'x-klaviyo-scopes': z.array(z.string()).optional(),
  'x-klaviyo-limits': z.record(z.string(), z.int().positive()).optional(),
})
export type Operation = z.infer<typeof Operation>

/** The methods that an endpoint may have. */
export const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const

const PathItem = z.looseObject({
  parameters: z.array(Parameter).optional(),
  get: Operation.optional(),
  put: Operation.optional(),
  post: Operation.optional(),
  patch: Operation.optional(),
  delete: Operation.optional(),
})

/** What an OpenAPI document must have to be generated from or compared. */
export const OpenApiDocument = z.looseObject({
  openapi: z.string().regex(/^3\.[01]\./, 'must be 3.0.x or 3.1.x'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), PathItem),
  components: z
    .looseObject({
      schemas: z.record(z.string(), Schema).optional(),
      parameters: z.record(z.string(), Parameter).optional(),
      requestBodies: z.record(z.string(), RequestBody).optional(),
      responses: z.record(z.string(), Response).optional(),
    })
    .optional(),
})
export type OpenApiDocument = z.infer<typeof OpenApiDocument>
