import { CodegenError } from './codegen-error.ts'
import { dereference } from './openapi/dereference.ts'
import type { OpenApiDocument } from './openapi/document.ts'
import { listOperations } from './openapi/list-operations.ts'
import type { ListedOperation } from './openapi/list-operations.ts'
import { literal } from './literal.ts'
import { parseRateLimit } from './rate-limit.ts'

/** `ours`: every rate limit and scope must be stated. `any`: a document of somebody else, in which they are optional. */
export type EndpointRules = 'ours' | 'any'

function mediaTypeOf({ id, operation }: ListedOperation, document: OpenApiDocument): string | undefined {
  if (operation.requestBody === undefined) return undefined
  const body = dereference(operation.requestBody, 'requestBodies', document.components?.requestBodies)
  const [mediaType] = Object.keys(body.content ?? {})
  if (mediaType === undefined)
    throw new CodegenError(`${id}: its request body has no media type; add one under content.`)
  return mediaType
}

function endpointOf(listed: ListedOperation, document: OpenApiDocument, rules: EndpointRules): Record<string, unknown> {
  const { id, method, path, operation } = listed
  const rates = operation['x-klaviyo-ratelimit'] ?? {}
  if (rules === 'ours' && (rates.burst === undefined || rates.steady === undefined)) {
    throw new CodegenError(`${id}: x-klaviyo-ratelimit must have burst and steady; delivery is paced by them.`)
  }
  if (rules === 'ours' && operation['x-klaviyo-scopes'] === undefined) {
    throw new CodegenError(`${id}: x-klaviyo-scopes is missing; write [] when a key needs none.`)
  }
  const rate = (name: 'burst' | 'steady' | 'daily') => {
    const text = rates[name]
    return text === undefined ? undefined : parseRateLimit(text, `${id} ${name}`)
  }
  return {
    method,
    path,
    mediaType: mediaTypeOf(listed, document),
    burst: rate('burst'),
    steady: rate('steady'),
    daily: rate('daily'),
    scopes: operation['x-klaviyo-scopes'] ?? [],
    limits: operation['x-klaviyo-limits'] ?? {},
  }
}

/**
 * The endpoint facts of a document as TypeScript text: `export const endpoints = { <operationId>: { … } }`.
 * @throws {CodegenError} when a rate limit cannot be read, or is missing in a document of `ours`.
 */
export function generateEndpoints(document: OpenApiDocument, rules: EndpointRules): string {
  const entries = listOperations(document).map((listed) => [listed.id, endpointOf(listed, document, rules)])
  const value = literal(Object.fromEntries(entries), 2)
  if (rules === 'any') return `export const endpoints = ${value} as const\n`
  return [
    `import type { Endpoint } from '../client/endpoint.ts'`,
    '',
    `export const endpoints = ${value} as const satisfies Record<string, Endpoint>`,
    '',
  ].join('\n')
}
