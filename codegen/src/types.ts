import openapiTS, { astToString } from 'openapi-typescript'
import { CodegenError } from './codegen-error.ts'
import type { OpenApiDocument } from './openapi/document.ts'
import { stripRevision } from './strip-revision.ts'

/**
 * The types of a document (`paths`, `components`, `operations`) as TypeScript text, without the `revision` header.
 * @param from how messages name the document
 * @throws {CodegenError} when openapi-typescript refuses the document.
 */
export async function generateTypes(document: OpenApiDocument, from: string): Promise<string> {
  // As text and not as an object: the generator has a type of its own for documents, and this spares an assertion.
  const source = JSON.stringify(stripRevision(document))
  try {
    const nodes = await openapiTS(source, {
      silent: true,
      // An object without listed properties holds anything, not nothing.
      emptyObjectsUnknown: true,
      // A request may leave out what has a default.
      defaultNonNullable: false,
    })
    return astToString(nodes)
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    throw new CodegenError(`${from}: no types can be made of it: ${message ?? 'unknown reason'}`)
  }
}
