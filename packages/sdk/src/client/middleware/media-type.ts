import type { Middleware } from 'openapi-fetch'
import type { Revision } from '../../revision.ts'
import { endpointAt, endpointsOf } from '../revisions.ts'

/**
 * Writes `Content-Type` as the document of the revision says for the operation; openapi-fetch alone would always send
 * `application/json`. An operation that our documents do not describe gets the type of `create_event`: within one
 * revision all are the same.
 */
export function mediaType(revision: Revision): Middleware {
  const usual = endpointsOf(revision)['create_event']?.mediaType
  return {
    onRequest({ request, schemaPath }) {
      const type = endpointAt(revision, request.method, schemaPath)?.mediaType ?? usual
      if (type !== undefined && request.headers.has('content-type')) request.headers.set('content-type', type)
      return request
    },
  }
}
