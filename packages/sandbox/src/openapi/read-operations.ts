import type { OpenApiDocument, OperationObject, ParameterObject, RateLimitsObject, Reference } from './document.ts'
import type { Operation, Parameter, RateLimit } from './operation.ts'

const METHODS = ['get', 'post', 'patch', 'put', 'delete']
const WINDOWS_MS = { burst: 1_000, steady: 60_000, daily: 24 * 60 * 60_000 } as const
const COMPONENT_PARAMETERS = '#/components/parameters/'

/** All operations of a document. Throws when it refers to a parameter that it does not have. */
export function readOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => readOperation(document, operation, { method, path })),
  )
}

function readOperation(
  document: OpenApiDocument,
  operation: OperationObject,
  at: { method: string; path: string },
): Operation {
  const place = ['paths', at.path, at.method]
  const contentType = Object.keys(operation.requestBody?.content ?? {})[0]
  return {
    id: operation.operationId,
    revision: document.info.version,
    method: at.method.toUpperCase(),
    path: at.path,
    parameters: (operation.parameters ?? []).map((parameter, index) =>
      readParameter(document, parameter, [...place, 'parameters', String(index)]),
    ),
    ...(contentType === undefined
      ? {}
      : { bodyRef: refTo([...place, 'requestBody', 'content', contentType, 'schema']) }),
    rates: readRates(operation['x-klaviyo-ratelimit']),
    scopes: operation['x-klaviyo-scopes'] ?? [],
    limits: operation['x-klaviyo-limits'] ?? {},
    emptyStatuses: Object.entries(operation.responses)
      .filter(([, { $ref, content }]) => $ref === undefined && content === undefined)
      .map(([status]) => Number(status)),
  }
}

function readRates({ burst, steady, daily }: RateLimitsObject): RateLimit[] {
  const rate = (name: RateLimit['name'], text: string) => ({
    name,
    limit: Number.parseInt(text, 10),
    windowMs: WINDOWS_MS[name],
  })
  return [rate('burst', burst), rate('steady', steady), ...(daily === undefined ? [] : [rate('daily', daily)])]
}

function readParameter(document: OpenApiDocument, written: ParameterObject | Reference, place: string[]): Parameter {
  const name = '$ref' in written ? written.$ref.slice(COMPONENT_PARAMETERS.length) : undefined
  const parameter = '$ref' in written ? document.components.parameters?.[name ?? ''] : written
  if (parameter === undefined) throw new Error(`the OpenAPI document has no parameter component "${name}"`)
  return {
    name: parameter.name,
    in: parameter.in,
    schemaRef: refTo([...(name === undefined ? place : ['components', 'parameters', name]), 'schema']),
    type: String(parameter.schema.type ?? 'string'),
    default: parameter.schema.default,
  }
}

/** A `$ref` of a place in the document. Braces of path templates have to be encoded in a URI fragment. */
export function refTo(place: readonly string[]): string {
  return `#/${place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
}
