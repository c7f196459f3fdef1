import { MAX_DEPTH_COUNT } from '../depth-limit.ts'
import type { ParsedRequest } from '../exchange.ts'
import type { Operation } from '../openapi/operation.ts'
import { Refusal } from '../refusal.ts'
import type { SchemaCheck } from './compile.ts'
import { faultsOf } from './faults.ts'

const MEDIA_TYPES = ['application/json', 'application/vnd.api+json']
const WHOLE_BODY = '/data'

/**
 * The body of a request, checked against the document. `undefined` when the operation takes none.
 * Throws a {@link Refusal}: 415 by content type, 413 by size, 400 when it is not JSON, is nested too deep or does not fit the schema.
 */
export function parseBody(request: ParsedRequest, operation: Operation, check: SchemaCheck): unknown {
  if (operation.bodyRef === undefined) return undefined
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType === undefined || !MEDIA_TYPES.includes(mediaType)) {
    throw new Refusal(415, [{ detail: `The body must be sent as ${MEDIA_TYPES.join(' or ')}.` }])
  }
  const { maxBodyBytes } = operation.limits
  if (maxBodyBytes !== undefined && isLarger(request.body, maxBodyBytes)) {
    const detail = `The body of ${operation.id} may have ${maxBodyBytes} bytes.`
    throw new Refusal(413, [{ detail, pointer: WHOLE_BODY }])
  }
  if (request.json === undefined) {
    const isMissing = request.body.trim() === ''
    const detail = isMissing ? 'A body is required.' : `The body must be JSON of at most ${MAX_DEPTH_COUNT} levels.`
    throw new Refusal(400, [{ detail, pointer: WHOLE_BODY }])
  }
  const errors = check(operation.bodyRef, request.json)
  if (errors.length > 0) throw new Refusal(400, faultsOf(errors).map(atLeastTheData))
  return request.json
}

/** An error about the whole body still has to say where. */
const atLeastTheData = <F extends { pointer?: string }>(fault: F): F =>
  fault.pointer === '' ? { ...fault, pointer: WHOLE_BODY } : fault

/** A character has at most three bytes for each UTF-16 unit, so most bodies need no counting. */
const isLarger = (text: string, maxBytes: number) =>
  text.length > maxBytes || (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes)
