import { type Outcome, type Surroundings, answerOperation } from './answer-operation.ts'
import { type Api, apiOf } from './api.ts'
import type { ParsedRequest, SandboxRequest } from './exchange.ts'
import { DOCUMENTS } from './openapi/documents.ts'
import type { Operation } from './openapi/operation.ts'
import { Refusal, asRefusal } from './refusal.ts'
import { refusalResponse } from './refusal-response.ts'
import type { PathValues } from './router.ts'
import { reportRefusal } from './violations/report-refusal.ts'

/** Answers a request to `/api` as Klaviyo does: key, revision, path, then what the operation says. */
export function answerRequest(request: ParsedRequest, surroundings: Surroundings): Outcome {
  try {
    requireKey(request.headers)
    const api = requireRevision(request.headers)
    return answerOperation({ request, api, ...operationOf(request, api) }, surroundings)
  } catch (error) {
    const refusal = asRefusal(error)
    reportRefusal(refusal, null, surroundings)
    return { response: refusalResponse(refusal, surroundings.newId), operation: null }
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
