import type { Json } from '@rudder-klaviyo/sdk'

/** A request to Klaviyo's API as it was answered. It holds no key. */
export interface LoggedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** The operation id; `null` when the request led to none. */
  readonly operation: string | null
  readonly revision: string | null
  /** `null` when the request was not answered: a fault cut or held the connection. */
  readonly status: number | null
  /** As JSON; as text when it is none; `null` without a body, and when it was dropped. */
  readonly body: Json
  /** The body is gone: only the newest bodies are kept. */
  readonly isBodyDropped?: true
  readonly time: string
  /** What went wrong because a fault was asked for. */
  readonly fault?: string
}

/** A request as it goes into the log. */
export interface RequestToLog extends Omit<LoggedRequest, 'body' | 'isBodyDropped'> {
  /** Empty without a body. */
  readonly bodyText: string
  /** Whether the body can be read, and written again, as JSON. */
  readonly isJson: boolean
}

/** The newest requests. */
export interface RequestLog {
  readonly add: (request: RequestToLog) => void
  /** Newest last. Each is read only when it is asked for. */
  readonly all: () => readonly (() => LoggedRequest)[]
}

/** How many characters of bodies are kept: a million events in bulk are more than a process should hold twice. */
const MAX_BODY_CHARS = 100_000_000

/**
 * Keeps at most `maxRequests`, with bodies of 100 million characters in all. The oldest are dropped a tenth at a time,
 * since moving a long list each time is slow. Bodies are kept as they came, in one piece each.
 */
export function createRequestLog(maxRequests: number, maxBodyChars = MAX_BODY_CHARS): RequestLog {
  const requests: (RequestToLog & { isBodyDropped?: true })[] = []
  let bodyChars = 0
  // All before this one have lost their bodies.
  let firstWhole = 0
  const dropBody = (request: RequestToLog | undefined) => {
    bodyChars -= request?.bodyText.length ?? 0
  }
  return {
    add: (request) => {
      requests.push(request)
      bodyChars += request.bodyText.length
      for (; bodyChars > maxBodyChars; firstWhole += 1) {
        const oldest = requests[firstWhole]
        if (oldest === undefined) break
        dropBody(oldest)
        requests[firstWhole] = { ...oldest, bodyText: '', ...(oldest.bodyText === '' ? {} : { isBodyDropped: true }) }
      }
      if (requests.length <= maxRequests * 1.1) return
      const dropped = requests.splice(0, requests.length - maxRequests)
      for (const request of dropped) dropBody(request)
      firstWhole = Math.max(0, firstWhole - dropped.length)
    },
    all: () => requests.slice(-maxRequests).map((request) => () => logged(request)),
  }
}

function logged({ bodyText, isJson, ...request }: RequestToLog): LoggedRequest {
  // `JSON.parse` gives JSON; its declared type says less.
  const body = isJson && bodyText !== '' ? (JSON.parse(bodyText) as Json) : bodyText === '' ? null : bodyText
  return { ...request, body }
}
