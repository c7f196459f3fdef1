import { retryAfterMsOf } from './retry-wait.ts'
import { sizeBytesOf } from './waiting-event.ts'

/** What came back. `Data` is what the operation asks for; an answer of somebody else has none of it. */
export interface Answer<Data> {
  /** 0: no answer came. */
  readonly httpStatus: number
  readonly retryAfterMs?: number | undefined
  readonly data?: Data | null | undefined
  readonly errors?:
    | readonly {
        readonly message: string
        readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number }
      }[]
    | undefined
}

/** Posts operations to the gateway. */
export interface Post {
  /**
   * Sends at once, and as a request that outlives the page if there is room. Never rejects.
   * @param variables as JSON
   */
  <Data>(query: string, variables: string): Promise<Answer<Data>>
  /** How many bytes of variables would outlive the page now. */
  roomBytes(): number
}

/** Browsers let 64 KiB of request bodies outlive a page at a time; a request beyond fails. */
const MAX_KEEPALIVE_BYTES = 64_000

/** More than the query and what is around the variables. */
const AROUND_VARIABLES_BYTES = 1_000

/** Then an attempt counts as a broken connection. */
const ATTEMPT_TIMEOUT_MS = 30_000

interface PostOptions {
  readonly endpoint: string
  readonly writeKey: string
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

export function createPost({ endpoint, writeKey, fetch }: PostOptions): Post {
  let keptAliveBytes = 0

  async function post<Data>(query: string, variables: string): Promise<Answer<Data>> {
    const body = `{"query":"${query}","variables":${variables}}`
    const sizeBytes = sizeBytesOf(body)
    const keepalive = keptAliveBytes + sizeBytes <= MAX_KEEPALIVE_BYTES
    if (keepalive) keptAliveBytes += sizeBytes
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { authorization: `Bearer ${writeKey}`, 'content-type': 'application/json' },
        body,
        keepalive,
        signal: AbortSignal.timeout?.(ATTEMPT_TIMEOUT_MS) ?? null,
      })
      return {
        // The form is that of the gateway's SDL. What is not JSON, or another's JSON, has neither data nor errors.
        ...((await response.json().catch(() => undefined)) as Pick<Answer<Data>, 'data' | 'errors'> | undefined),
        httpStatus: response.status,
        retryAfterMs: retryAfterMsOf(response.headers.get('retry-after')),
      }
    } catch {
      return { httpStatus: 0 }
    } finally {
      if (keepalive) keptAliveBytes -= sizeBytes
    }
  }
  return Object.assign(post, { roomBytes: () => MAX_KEEPALIVE_BYTES - keptAliveBytes - AROUND_VARIABLES_BYTES })
}
