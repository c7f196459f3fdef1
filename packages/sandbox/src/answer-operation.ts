import type { Api } from './api.ts'
import type { ParsedRequest, SandboxResponse } from './exchange.ts'
import type { FaultBook } from './faults/fault-book.ts'
import type { FaultRule } from './faults/fault-rule.ts'
import { throttled, withFault } from './faults/with-fault.ts'
import { JSON_API } from './json-api.ts'
import type { Operation } from './openapi/operation.ts'
import { OPERATION_TABLE } from './operations/operation-table.ts'
import { withSparseFields } from './reading/sparse-fields.ts'
import { type Refusal, asRefusal } from './refusal.ts'
import { refusalResponse } from './refusal-response.ts'
import type { PathValues } from './router.ts'
import type { Background } from './state/background.ts'
import type { Clock } from './state/clock.ts'
import type { FullWindow, WindowState } from './state/rate-windows.ts'
import type { State } from './state/state.ts'
import type { Switches } from './switches.ts'
import { parseBody } from './validate/parse-body.ts'
import { parseQuery } from './validate/parse-query.ts'
import { reportRefusal } from './violations/report-refusal.ts'

/** What an answer depends on beside the request. */
export interface Surroundings extends Clock {
  readonly state: State
  readonly background: Background
  readonly switches: Switches
  readonly faults: FaultBook
}

/** An answer, and what the log says of its request. */
export interface Outcome {
  readonly response: SandboxResponse
  readonly operation: string | null
  /** What went wrong because a fault was asked for. */
  readonly fault?: FaultRule['kind']
}

/** A request and where it leads to. */
export interface Target {
  readonly request: ParsedRequest
  readonly api: Api
  readonly operation: Operation
  readonly path: PathValues
}

/** Answers a request to an operation: rate windows, faults, then content type, body, rules, work. */
export function answerOperation(target: Target, surroundings: Surroundings): Outcome {
  const { request, operation } = target
  const { state, faults, newId } = surroundings
  const { steady, full } = state.rates.take(operation)
  if (full !== undefined) return { response: refuseBeyond(full, operation, surroundings), operation: operation.id }

  const settle = state.consentOrder.arrives({ operation: operation.id, body: request.json })
  const injected = faults.pick(operation.id, request.body)
  let isDone = false
  const work = () => {
    const response = carryOut(target, surroundings)
    isDone = response.status < 300
    return { ...response, headers: { ...response.headers, ...rateHeaders(steady) } }
  }
  const refuse = (refusal: Refusal) => {
    const response = refusalResponse(refusal, newId)
    // A 429 says when to come back, and nothing else of the windows.
    return response.status === 429
      ? response
      : { ...response, headers: { ...response.headers, ...rateHeaders(steady) } }
  }
  const { rule, latencyMs = 0 } = injected ?? {}
  const response = rule === undefined ? work() : withFault(rule, { request, operation, work, refuse })
  const outcome = { operation: operation.id, ...(injected === undefined ? {} : { fault: rule?.kind ?? 'latency' }) }
  const onEnd = settle === undefined ? {} : { onEnd: () => settle(isDone) }
  if (response.journey === undefined && latencyMs === 0) {
    onEnd.onEnd?.()
    return { ...outcome, response }
  }
  return { ...outcome, response: { ...response, journey: { ...response.journey, delayMs: latencyMs, ...onEnd } } }
}

function refuseBeyond(
  { name, limit, endsMs, retryAfterS }: FullWindow,
  { id }: Operation,
  { state, now, newId }: Surroundings,
): SandboxResponse {
  state.violations.add({
    kind: 'window',
    operation: id,
    time: new Date(now()).toISOString(),
    window: name,
    limit,
    until: new Date(endsMs).toISOString(),
    count: 1,
  })
  const detail = `${id} takes ${limit} requests in its ${name} window.`
  return refusalResponse(throttled(detail, retryAfterS), newId)
}

function carryOut(target: Target, surroundings: Surroundings): SandboxResponse {
  try {
    return handled(target, surroundings)
  } catch (error) {
    const refusal = asRefusal(error)
    reportRefusal(refusal, target.operation.id, surroundings)
    return refusalResponse(refusal, surroundings.newId)
  }
}

function handled({ request, api, operation, path }: Target, surroundings: Surroundings): SandboxResponse {
  const query = parseQuery(request.url, operation, api.check)
  const body = parseBody(request, operation, api.check)
  const handler = OPERATION_TABLE[operation.id]
  if (handler === undefined) throw new Error(`the sandbox has no handler for ${operation.id}`)
  const { status, body: data, headers } = handler({ ...surroundings, operation, path, query, body, url: request.url })
  // The same work is answered with a body in one revision and without one in another.
  if (data === undefined || operation.emptyStatuses.includes(status)) return { status, headers: { ...headers } }
  return { status, headers: { 'content-type': JSON_API, ...headers }, body: withSparseFields(data, query) }
}

/** Klaviyo tells of the steady window on every answer of an operation but a 429. */
const rateHeaders = ({ limit, remaining, resetS }: WindowState) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetS),
})
