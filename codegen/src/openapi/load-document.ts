import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { CodegenError } from '../codegen-error.ts'
import { checkReferences } from './check-references.ts'
import { OpenApiDocument } from './document.ts'

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''

/**
 * Reads a file of JSON or YAML, by its ending.
 * @throws {CodegenError} when it is missing or cannot be parsed.
 */
export async function readData(path: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new CodegenError(
      `cannot read ${path}: ${firstLine(error)}. Check the path; a relative one starts at the folder where you ran the command.`,
    )
  }
  try {
    return path.endsWith('.json') ? JSON.parse(text) : parse(text)
  } catch (error) {
    throw new CodegenError(`${path} is not valid ${path.endsWith('.json') ? 'JSON' : 'YAML'}: ${firstLine(error)}`)
  }
}

/**
 * Reads an OpenAPI document, 3.0 or 3.1.
 * @throws {CodegenError} when the file is missing, cannot be parsed or is no such document.
 */
export async function loadDocument(path: string): Promise<OpenApiDocument> {
  const data = await readData(path)
  const result = OpenApiDocument.safeParse(data)
  if (!result.success) {
    const issue = result.error.issues[0]
    const place = issue === undefined || issue.path.length === 0 ? 'the top level' : issue.path.join(' / ')
    throw new CodegenError(`${path} is not an OpenAPI 3.0 or 3.1 document: at ${place}: ${issue?.message ?? 'unknown'}`)
  }
  checkReferences(data, path)
  // Checked on the lines above. zod's own copy has its keys in another order, which would show in every output.
  return data as OpenApiDocument
}
