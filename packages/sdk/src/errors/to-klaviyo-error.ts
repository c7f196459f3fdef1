import type { ErrorCode } from './error-codes.ts'
import { jsonApiErrorsOf } from './json-api-errors.ts'
import { KlaviyoApiError, type KlaviyoApiErrorEntry } from './klaviyo-api-error.ts'
import { KlaviyoNetworkError } from './klaviyo-network-error.ts'
import { KlaviyoTimeoutError } from './klaviyo-timeout-error.ts'
import { retryAfterMsOf } from './retry-after.ts'

/** An answer of Klaviyo that is no success. */
export interface FailedAnswer {
  /** The operation id, for example `create_event`. */
  readonly operation: string
  readonly response: Pick<Response, 'status' | 'headers'>
  /** The parsed body, or its text when it is not JSON. */
  readonly body: unknown
  /** What the key needs for the operation, to be named when the key was refused. */
  readonly scopes?: readonly string[]
}

/** A request that got no whole answer. */
export interface FailedAttempt {
  /** Method, host and path; never the query, which may hold personal data. */
  readonly where: string
  /** The time limit of the attempt, in milliseconds, if it is what ended the attempt. */
  readonly timeoutMs?: number
}

// By experience the first is Klaviyo's own; the others are those of the network in front of it.
const REQUEST_ID_HEADERS = ['x-klaviyo-req-id', 'x-request-id', 'cf-ray'] as const

/**
 * The error of an answer: the only place that decides what a status means. The message tells what happened, where and
 * how to mend it, without Klaviyo's `detail`, which may hold personal data and stays in `errors`.
 */
export function toKlaviyoApiError({ operation, response, body, scopes = [] }: FailedAnswer): KlaviyoApiError {
  const { status, headers } = response
  const errors = jsonApiErrorsOf(body)
  const code = codeOf(status, errors)
  const requestId = REQUEST_ID_HEADERS.map((name) => headers.get(name)).find((id) => id !== null && id !== '')
  const retryAfterMs = retryAfterMsOf(headers)
  return new KlaviyoApiError(code, `${operation}: ${sentenceOf(code, { status, errors, scopes, retryAfterMs })}`, {
    status,
    operation,
    errors,
    ...(requestId == null ? undefined : { requestId }),
    ...(retryAfterMs === undefined ? undefined : { retryAfterMs }),
  })
}

/** The same refusal with only some of its words: what it says of one among many. */
export function withErrorsOnly(error: KlaviyoApiError, errors: readonly KlaviyoApiErrorEntry[]): KlaviyoApiError {
  const { status, operation, requestId, retryAfterMs } = error
  const code = codeOf(status, errors)
  return new KlaviyoApiError(code, `${operation}: ${sentenceOf(code, { status, errors, scopes: [], retryAfterMs })}`, {
    status,
    operation,
    errors,
    ...(requestId === undefined ? undefined : { requestId }),
    ...(retryAfterMs === undefined ? undefined : { retryAfterMs }),
  })
}

/** The error of a request that got no whole answer. What Klaviyo did with the request is unknown. */
export function toTransportError(
  cause: unknown,
  { where, timeoutMs }: FailedAttempt,
): KlaviyoNetworkError | KlaviyoTimeoutError {
  if (timeoutMs !== undefined) {
    const message = `${where}: no whole answer within ${timeoutMs} ms. Send it again, or raise \`attemptTimeoutMs\`.`
    return new KlaviyoTimeoutError(message, timeoutMs, cause)
  }
  return new KlaviyoNetworkError(
    `${where}: the connection could not be made, or broke. Check the network and \`baseUrl\`, and send it again.`,
    cause,
  )
}

/** What an answer can mean. */
type AnswerCode = Extract<ErrorCode, 'NOT_AUTHORIZED' | 'RATE_LIMITED' | 'REJECTED' | 'UNAVAILABLE'>

function codeOf(status: number, errors: readonly KlaviyoApiErrorEntry[]): AnswerCode {
  if (status === 401) return 'NOT_AUTHORIZED'
  // A 403 without a word of the API comes from the network in front of it: no verdict on the key.
  if (status === 403) return errors.length > 0 ? 'NOT_AUTHORIZED' : 'UNAVAILABLE'
  if (status === 429) return 'RATE_LIMITED'
  // By HTTP, 408 invites to send the same again.
  if (status === 408) return 'UNAVAILABLE'
  // 5xx with 524 of the network in front, redirects (never followed: a POST would become a GET), statuses of the future.
  return status >= 400 && status < 500 ? 'REJECTED' : 'UNAVAILABLE'
}

interface Facts {
  readonly status: number
  readonly errors: readonly KlaviyoApiErrorEntry[]
  readonly scopes: readonly string[]
  readonly retryAfterMs: number | undefined
}

function sentenceOf(code: AnswerCode, { status, errors, scopes, retryAfterMs }: Facts): string {
  switch (code) {
    case 'NOT_AUTHORIZED': {
      const needed = scopes.length === 0 ? 'the scopes of this operation' : scopes.join(', ')
      return status === 401
        ? 'Klaviyo refused the key (401). Check that it is a private key of this account and not revoked.'
        : `Klaviyo refused the key (403): it may not do this. Give the key ${needed}.`
    }
    case 'RATE_LIMITED': {
      const wait = retryAfterMs === undefined ? 'a while' : `${Math.ceil(retryAfterMs / 1_000)} s`
      return `Klaviyo's rate limit is reached (429). Send it again after ${wait}.`
    }
    case 'REJECTED':
      return `Klaviyo refused the request (${status}${wordsOf(errors)}). Mend what is named; Klaviyo's words are in \`errors\`.`
    case 'UNAVAILABLE':
      return unavailable(status)
  }
}

function unavailable(status: number): string {
  if (status === 403)
    return 'the network in front of Klaviyo refused the request (403). The key is not in doubt; send it again later.'
  if (status < 400)
    return `the answer (${status}) is not one of Klaviyo's API. Check \`baseUrl\` and what stands in between; send it again later.`
  return `Klaviyo is not available (${status}). Nothing is wrong with the request; send it again later.`
}

/** Code and place of the first entries. Both are names of the API; a value has no business in either and is cut off. */
function wordsOf(errors: readonly KlaviyoApiErrorEntry[]): string {
  const shown = errors.slice(0, 3).map(({ code, pointer }) => {
    const word = /^[\w.-]{1,64}$/.test(code) ? code : 'unnamed'
    return pointer !== undefined && /^[\w/.-]{1,200}$/.test(pointer) ? `${word} at ${pointer}` : word
  })
  const more = errors.length > shown.length ? [`${errors.length - shown.length} more`] : []
  return shown.length === 0 ? '' : `, ${[...shown, ...more].join(', ')}`
}
