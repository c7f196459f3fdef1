import type { Json } from '@rudder-klaviyo/sdk'
import { type Surroundings, answerRequest } from './answer-request.ts'
import { isTooDeep } from './depth-limit.ts'
import type { SandboxRequest, SandboxResponse } from './exchange.ts'
import { readBack } from './read-back.ts'

/** Everything that a request can touch. */
export interface Handling extends Surroundings {
  /** Forgets everything. */
  readonly clear: () => void
}

/** Answers any request: the read-back under `/sandbox`, else Klaviyo's API, which is logged. */
export function handleRequest(request: SandboxRequest, handling: Handling): SandboxResponse {
  const { url, method } = request
  if (method === 'DELETE' && /^\/sandbox\/?$/.test(url.pathname)) {
    handling.clear()
    return { status: 204, headers: {} }
  }
  const seen = readBack(url, method, handling.state)
  if (seen !== undefined) return seen
  const json = parseJson(request.body)
  const { response, operation } = answerRequest(json === undefined ? request : { ...request, json }, handling)
  handling.state.requests.add({
    method,
    path: url.pathname + url.search,
    operation,
    revision: request.headers.get('revision'),
    status: response.status,
    body: json ?? (request.body === '' ? null : request.body),
    time: new Date(handling.now()).toISOString(),
  })
  return response
}

/** `undefined` for what can be neither checked nor read back as JSON. */
function parseJson(text: string): Json | undefined {
  try {
    // `JSON.parse` gives JSON; its declared type says less.
    const json = JSON.parse(text) as Json
    return isTooDeep(json) ? undefined : json
  } catch {
    return undefined
  }
}
