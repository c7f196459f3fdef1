import type { Middleware } from 'openapi-fetch'
import type { Revision } from '../../revision.ts'

/** Writes `revision`, which every operation requires. It is the only writer: codegen leaves the parameter out of the types. */
export function revisionHeader(revision: Revision): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set('revision', revision)
      return request
    },
  }
}
