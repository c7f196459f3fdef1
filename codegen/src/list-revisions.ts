import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CodegenError } from './codegen-error.ts'
import type { OpenApiDocument } from './openapi/document.ts'
import { loadDocument } from './openapi/load-document.ts'

/** A revision that has a document of ours: its date, for example `2024-06-15`, and where the document is. */
export interface RevisionDocument {
  readonly revision: string
  readonly file: string
}

/** The revisions with a document in `folder`, in the order of their dates. */
export async function listRevisions(folder: string): Promise<RevisionDocument[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-\d{2}-\d{2}(\.\w+)?\.yaml$/.test(name)).toSorted()
  return names.map((name) => ({ revision: name.slice(0, -'.yaml'.length), file: resolve(folder, name) }))
}

/**
 * Loads the document of a revision.
 * @throws {CodegenError} also when the document is about another revision than its file name.
 */
export async function loadRevision({ revision, file }: RevisionDocument): Promise<OpenApiDocument> {
  const document = await loadDocument(file)
  if (document.info.version !== revision) {
    throw new CodegenError(
      `${file}: info.version is "${document.info.version}"; it must be "${revision}", as the file is named.`,
    )
  }
  return document
}
