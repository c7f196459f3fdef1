import { jsonResponse } from './json-response.ts'

/** Whether new requests are welcome. */
export type Readiness = 'ready' | 'stopping' | 'outbox unavailable'

const RETRY_AFTER_SECONDS = 5

/** The process answers at all. */
export function live(): Response {
  return jsonResponse({ status: 'live' })
}

/** As `ready`, with how the delivery of each account stands. What is paused waits for Klaviyo, and new events are welcome. */
export function health(status: Readiness, accounts: readonly object[]): Response {
  return readiness(status, { status, accounts })
}

/** 503 while the gateway stops or its outbox does not answer, so that a load balancer sends requests elsewhere. */
export function ready(status: Readiness): Response {
  return readiness(status, { status })
}

function readiness(status: Readiness, body: object): Response {
  return status === 'ready'
    ? jsonResponse(body)
    : jsonResponse(body, { status: 503, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } })
}
