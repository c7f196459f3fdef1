import type { Json } from '@rudder-klaviyo/sdk'
import { answerRequest } from './answer-request.ts'
import { tooLarge } from './body-limit.ts'
import { type ControlSurroundings, control } from './control/control.ts'
import { isTooDeep } from './depth-limit.ts'
import type { SandboxRequest, SandboxResponse } from './exchange.ts'
import { readBack } from './read-back.ts'
import { refusalResponse } from './refusal-response.ts'
import { reportRefusal } from './violations/report-refusal.ts'

/** Answers any request: the read-back and the controls under `/sandbox`, else Klaviyo's API, which is logged. */
export function handleRequest(
  request: SandboxRequest,
  handling: ControlSurroundings,
): SandboxResponse | Promise<SandboxResponse> {
  const { url, method, body } = request
  if (body === undefined) {
    const refusal = tooLarge()
    reportRefusal(refusal, null, handling)
    return refusalResponse(refusal, handling.newId)
  }
  const own = control({ ...request, body }, handling) ?? readBack(url, method, handling.state)
  if (own !== undefined) return own
  const json = parseJson(body)
  const parsed = { ...request, body, ...(json === undefined ? {} : { json }) }
  const { response, operation, fault } = answerRequest(parsed, handling)
  handling.state.requests.add({
    method,
    path: url.pathname + url.search,
    operation,
    revision: request.headers.get('revision'),
    status: response.journey?.end === undefined ? response.status : null,
    bodyText: body,
    isJson: json !== undefined,
    time: new Date(handling.now()).toISOString(),
    ...(fault === undefined ? {} : { fault }),
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
