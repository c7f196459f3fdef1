import type { Json, Revision } from '@rudder-klaviyo/sdk'
import { apiOf } from '../api.ts'
import { DOCUMENTS } from '../openapi/documents.ts'
import { refTo } from '../openapi/read-operations.ts'
import { faultsOf } from '../validate/faults.ts'

/** An answer to check. */
export interface AnswerToCheck {
  readonly revision: Revision
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body: Json | undefined
}

/** How an answer differs from the response schema of the document; nothing for a path that the document lacks. */
export function answerFaults({ revision, method, path, status, body }: AnswerToCheck): string[] {
  const api = apiOf(revision)
  const found = api?.route(method, new URL(path, 'http://klaviyo.test').pathname)
  if (api === undefined || found?.kind !== 'operation') return []
  const item = DOCUMENTS[revision].paths[found.operation.path]?.[method.toLowerCase()]
  const key = [String(status), `${String(status).slice(0, 1)}XX`].find((name) =>
    Object.hasOwn(item?.responses ?? {}, name),
  )
  if (key === undefined) return [`the document has no response ${status} for ${found.operation.id}`]
  const place = ['paths', found.operation.path, method.toLowerCase(), 'responses', key]
  const ref = at(place, revision, '$ref')
  const response = typeof ref === 'string' ? ref.split('/').slice(1) : place
  const content = at(response, revision, 'content')
  const mediaType = typeof content === 'object' && content !== null ? Object.keys(content)[0] : undefined
  if (mediaType === undefined) return body === undefined ? [] : ['the answer should be empty']
  return faultsOf(api.check(refTo([...response, 'content', mediaType, 'schema']), body)).map(
    ({ pointer, detail }) => `${pointer} ${detail}`,
  )
}

/** A member of a place in the document. */
function at(place: readonly string[], revision: Revision, member: string): unknown {
  let node: unknown = DOCUMENTS[revision]
  for (const part of [...place, member]) {
    node =
      typeof node === 'object' && node !== null ? Object.entries(node).find(([key]) => key === part)?.[1] : undefined
  }
  return node
}
