import type { Json } from '@rudder-klaviyo/sdk'

/** A request to Klaviyo's API as it was answered. It holds no key. */
export interface LoggedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** The operation id; `null` when the request led to none. */
  readonly operation: string | null
  readonly revision: string | null
  readonly status: number
  /** As JSON; as text when it is none; `null` without a body. */
  readonly body: Json
  readonly time: string
}

/** The newest requests. */
export interface RequestLog {
  readonly add: (request: LoggedRequest) => void
  /** Newest last. */
  readonly all: () => readonly LoggedRequest[]
}

/** Keeps at most `maxRequests`. The oldest are dropped a tenth at a time, since moving a long list each time is slow. */
export function createRequestLog(maxRequests: number): RequestLog {
  const requests: LoggedRequest[] = []
  return {
    add: (request) => {
      requests.push(request)
      if (requests.length > maxRequests * 1.1) requests.splice(0, requests.length - maxRequests)
    },
    all: () => requests.slice(-maxRequests),
  }
}
