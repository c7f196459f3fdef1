import { CodegenError } from '../codegen-error.ts'
import { dereference } from './dereference.ts'
import { METHODS } from './document.ts'
import type { OpenApiDocument, Operation, Parameter } from './document.ts'

/** One operation of a document with what its path adds to it. */
export interface ListedOperation {
  readonly id: string
  /** In capitals. */
  readonly method: Uppercase<(typeof METHODS)[number]>
  /** As the document writes it. */
  readonly path: string
  readonly operation: Operation
  /** References followed; those of the operation after those of its path. */
  readonly parameters: readonly Parameter[]
}

const METHOD_NAMES = { get: 'GET', put: 'PUT', post: 'POST', patch: 'PATCH', delete: 'DELETE' } as const

/**
 * The operations of a document in its order.
 * @throws {CodegenError} when an operation has no `operationId`, or two have the same.
 */
export function listOperations(document: OpenApiDocument): ListedOperation[] {
  const listed = new Map<string, ListedOperation>()
  for (const [path, item] of Object.entries(document.paths)) {
    for (const key of METHODS) {
      const operation = item[key]
      if (operation === undefined) continue
      const method = METHOD_NAMES[key]
      const id = operation.operationId
      if (id === undefined)
        throw new CodegenError(`${method} ${path} has no operationId; endpoints are named by it, so add one.`)
      const twin = listed.get(id)
      if (twin !== undefined) {
        throw new CodegenError(
          `operationId "${id}" stands at ${twin.method} ${twin.path} and at ${method} ${path}; rename one.`,
        )
      }
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
        dereference(parameter, 'parameters', document.components?.parameters),
      )
      listed.set(id, { id, method, path, operation, parameters })
    }
  }
  return [...listed.values()]
}
