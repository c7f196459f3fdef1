import { DOCUMENTS } from './openapi/documents.ts'
import { readOperations } from './openapi/read-operations.ts'
import { type Router, createRouter } from './router.ts'
import { type SchemaCheck, createSchemaCheck } from './validate/compile.ts'

/** The operations of one revision and the check of their schemas. */
export interface Api {
  readonly route: Router
  readonly check: SchemaCheck
}

// A document never changes, so all sandboxes of a process share what was prepared and compiled from it.
const prepared = new Map<string, Api>()

/** The API of a revision; `undefined` when the sandbox does not know the revision. */
export function apiOf(revision: string): Api | undefined {
  const known = prepared.get(revision)
  if (known !== undefined) return known
  const document = Object.entries(DOCUMENTS).find(([name]) => name === revision)?.[1]
  if (document === undefined) return undefined
  const api = { route: createRouter(readOperations(document)), check: createSchemaCheck(document) }
  prepared.set(revision, api)
  return api
}
