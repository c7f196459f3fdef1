import type { Json } from '@rudder-klaviyo/sdk'
import { asObject } from '../as-object.ts'
import type { Journey, ParsedRequest, SandboxResponse } from '../exchange.ts'
import { JSON_API } from '../json-api.ts'
import type { Operation } from '../openapi/operation.ts'
import { Refusal } from '../refusal.ts'
import { networkPage } from './network-page.ts'
import type { FaultRule } from './fault-rule.ts'
import { poisonedMembers } from './poisoned-members.ts'

/** A request and the ways to answer it. */
export interface Attempt {
  readonly request: ParsedRequest
  readonly operation: Operation
  /** Does the work. Does not throw. */
  readonly work: () => SandboxResponse
  /** An answer in JSON:API in the place of the work. */
  readonly refuse: (refusal: Refusal) => SandboxResponse
}

/** Answers a request with a fault: in the place of the work, or after it. */
export function withFault(rule: FaultRule, attempt: Attempt): SandboxResponse {
  const { request, operation, work, refuse } = attempt
  switch (rule.kind) {
    case 'latency':
      return work()
    case 'reset':
      return onJourney(NO_ANSWER, { end: 'cut' })
    case 'silence':
      return onJourney(rule.done === true ? work() : NO_ANSWER, { end: 'silent' })
    case 'status': {
      if (rule.done === true) work()
      const headers = rule.retryAfterSeconds === undefined ? {} : retryAfter(rule.retryAfterSeconds)
      // What stands in front of the API tells of its own troubles, and in its own way.
      if (rule.status !== 500 && rule.status !== 503) return networkPage(rule.status, headers)
      return refuse(new Refusal(rule.status, [{ detail: 'A server failed, as it was asked to.' }], headers))
    }
    case 'throttle':
      return refuse(throttled('Too many requests, as it was asked for.', rule.retryAfterSeconds))
    case 'refuse':
      return refuse(new Refusal(400, poisonOf(request.json, rule)))
    case 'forbidden':
      return refuse(forbidden(rule.status ?? 403, rule.scope ?? operation.scopes[0] ?? 'accounts:read'))
    case 'html403':
      return networkPage(403)
    case 'missingJobId':
      return rule.done === false ? { status: 202, headers: { 'content-type': JSON_API }, body: {} } : withoutId(work())
    case 'answerLost':
      return onJourney(work(), { end: 'cut' })
    case 'slowBody':
      return onJourney(work(), { bodyMs: rule.ms, stopsHalfWay: rule.stops ?? false })
    case 'partialFailure':
      return withPartialFailure(work(), rule.field ?? 'phone_number')
    default:
      return rule satisfies never
  }
}

/** A 429, of a fault or of a full window. */
export const throttled = (detail: string, seconds: number): Refusal =>
  new Refusal(429, [{ detail }], retryAfter(seconds))

const NO_ANSWER: SandboxResponse = { status: 0, headers: {} }

const onJourney = (response: SandboxResponse, journey: Journey): SandboxResponse => ({ ...response, journey })

const retryAfter = (seconds: number) => ({ 'retry-after': String(seconds) })

const isDone = ({ status }: SandboxResponse) => status >= 200 && status < 300

function poisonOf(body: Json | undefined, { match, pointer = true }: FaultRule & { kind: 'refuse' }) {
  const detail = 'This value is not accepted, as it was asked for.'
  const pointers = pointer ? poisonedMembers(body, match) : []
  return pointers.length === 0 ? [{ detail }] : pointers.map((place) => ({ detail, pointer: place }))
}

const forbidden = (status: 401 | 403, scope: string) =>
  new Refusal(status, [{ code: 'permission_denied', detail: `The key lacks the scope "${scope}".` }])

/** The job without its id, also where the id is part of an address. */
function withoutId(response: SandboxResponse): SandboxResponse {
  if (!isDone(response)) return response
  const { type, attributes } = asObject(asObject(response.body)['data'])
  return { ...response, body: { data: { type: type ?? null, attributes: attributes ?? {} } } }
}

const withPartialFailure = (response: SandboxResponse, field: string): SandboxResponse =>
  isDone(response) ? { ...response, headers: { ...response.headers, 'x-klaviyo-partial-failure': field } } : response
