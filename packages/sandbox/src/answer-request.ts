import { type Api, apiOf } from './api.ts'
import type { ParsedRequest, SandboxRequest, SandboxResponse } from './exchange.ts'
import { JSON_API, errorBody } from './json-api.ts'
import { DOCUMENTS } from './openapi/documents.ts'
import type { Operation } from './openapi/operation.ts'
import { OPERATION_TABLE } from './operations/operation-table.ts'
import { withSparseFields } from './reading/sparse-fields.ts'
import { Refusal } from './refusal.ts'
import type { PathValues } from './router.ts'
import type { Background } from './state/background.ts'
import type { Clock } from './state/clock.ts'
import type { State } from './state/state.ts'
import { parseBody } from './validate/parse-body.ts'
import { parseQuery } from './validate/parse-query.ts'

/** What an answer depends on beside the request. */
export interface Surroundings extends Clock {
  readonly state: State
  readonly background: Background
}

/** An answer, and what the log says of its request. */
export interface Outcome {
  readonly response: SandboxResponse
  readonly operation: string | null
}

/** Answers a request to `/api` as Klaviyo does: key, revision, path, content type, body, rules, work. */
export function answerRequest(request: ParsedRequest, surroundings: Surroundings): Outcome {
  let operation: Operation | undefined
  try {
    requireKey(request.headers)
    const api = requireRevision(request.headers)
    const found = operationOf(request, api)
    operation = found.operation
    return { response: carryOut(request, surroundings, { ...found, api }), operation: operation.id }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : failure(error)
    const response = {
      status: refusal.status,
      headers: { 'content-type': JSON_API, ...refusal.headers, ...rateHeaders(operation, surroundings) },
      body: errorBody(refusal, surroundings.newId),
    }
    return { response, operation: operation?.id ?? null }
  }
}

function requireKey(headers: Headers): void {
  if (/^(Klaviyo-API-Key|Bearer)\s+\S/i.test(headers.get('authorization') ?? '')) return
  const detail = 'Send the header "Authorization: Klaviyo-API-Key <key>" or "Authorization: Bearer <token>".'
  throw new Refusal(401, [{ detail }])
}

function requireRevision(headers: Headers): Api {
  const revision = headers.get('revision')
  const api = apiOf(revision ?? '')
  if (api !== undefined) return api
  const problem = revision === null ? 'The header "revision" is missing.' : `Revision "${revision}" is not known.`
  const detail = `${problem} The sandbox answers ${Object.keys(DOCUMENTS).join(' and ')}.`
  throw new Refusal(400, [{ detail, parameter: 'revision' }])
}

function operationOf({ method, url }: SandboxRequest, { route }: Api): { operation: Operation; path: PathValues } {
  const found = route(method, url.pathname)
  switch (found.kind) {
    case 'operation':
      return found
    case 'wrong-method': {
      const allowed = found.allowed.join(', ')
      throw new Refusal(405, [{ detail: `${url.pathname} takes ${allowed}, not ${method}.` }], { allow: allowed })
    }
    case 'unknown-path':
      throw new Refusal(404, [{ detail: `The sandbox has no ${url.pathname} in this revision.` }])
    default:
      return found satisfies never
  }
}

function carryOut(
  request: ParsedRequest,
  surroundings: Surroundings,
  { operation, path, api }: { operation: Operation; path: PathValues; api: Api },
): SandboxResponse {
  const query = parseQuery(request.url, operation, api.check)
  const body = parseBody(request, operation, api.check)
  const handler = OPERATION_TABLE[operation.id]
  if (handler === undefined) throw new Error(`the sandbox has no handler for ${operation.id}`)
  const answer = handler({
    ...surroundings,
    operation,
    path,
    query,
    body,
    url: request.url,
  })
  const { status, body: data } = answer
  const headers = { ...answer.headers, ...rateHeaders(operation, surroundings) }
  // The same work is answered with a body in one revision and without one in another.
  if (data === undefined || operation.emptyStatuses.includes(status)) return { status, headers }
  return { status, headers: { 'content-type': JSON_API, ...headers }, body: withSparseFields(data, query) }
}

/** Klaviyo tells of the steady window on every answer of an operation. */
function rateHeaders(operation: Operation | undefined, { state }: Surroundings): Record<string, string> {
  if (operation === undefined) return {}
  const { limit, remaining, resetS } = state.rates.take(operation)
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetS),
  }
}

/** A mistake of the sandbox itself, in a shape that a client can read. */
const failure = (error: unknown) =>
  new Refusal(500, [{ detail: `The sandbox itself failed on this request, which is a bug in it. ${String(error)}` }])
