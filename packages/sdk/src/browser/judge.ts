import type { Answer } from './post.ts'

/**
 * Whether the same request would be refused again. All else passes: no connection, 429, 5xx, a result of `null`, and an
 * answer that is not the gateway's.
 */
export function isRefusal({ httpStatus, data, errors }: Answer<unknown>): boolean {
  return (
    (httpStatus > 399 && httpStatus < 500 && httpStatus !== 429) ||
    // GraphQL may refuse a request with 200 too: there are errors then, and no data at all.
    (httpStatus === 200 && !!errors && data === undefined)
  )
}

/** Whether one event may have brought the failure about, and the others of its request may be fine. */
export function mayBeOfOneEvent({ httpStatus, data, errors }: Answer<unknown>): boolean {
  return (
    httpStatus === 400 ||
    httpStatus === 413 ||
    httpStatus === 500 ||
    (httpStatus === 200 && !!errors && (data === undefined || errors[0]?.extensions?.code === 'INTERNAL'))
  )
}
