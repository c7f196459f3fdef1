import { jsonResponse } from './json-response.ts'

/** Whether new requests are welcome. */
export type Readiness = 'ready' | 'stopping' | 'outbox unavailable'

const RETRY_AFTER_SECONDS = 5

/** The process answers at all. */
export function live(): Response {
  return jsonResponse({ status: 'live' })
}

/** 503 while the gateway stops or its outbox does not answer, so that a load balancer sends requests elsewhere. */
export function ready(status: Readiness): Response {
  return status === 'ready'
    ? jsonResponse({ status })
    : jsonResponse({ status }, { status: 503, headers: { 'Retry-After': String(RETRY_AFTER_SECONDS) } })
}
