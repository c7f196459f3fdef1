import { basename, resolve } from 'node:path'
import { CodegenError } from '../codegen-error.ts'
import { listRevisions, loadRevision } from '../list-revisions.ts'
import { loadDocument } from '../openapi/load-document.ts'
import { listOperations } from '../openapi/list-operations.ts'
import { DOCUMENTS_FOLDER } from '../workspace.ts'
import { compareDocuments } from './compare-documents.ts'
import { loadIntendedDifferences } from './intended-difference.ts'
import { makeReport } from './report.ts'
import type { Report } from './report.ts'

/**
 * Compares the official document in `file` with ours of the same revision.
 * @param folder where our documents and `differences.yaml` stand
 * @throws {CodegenError} when we have no document of its revision.
 */
export async function runAgainst(file: string, folder: string = DOCUMENTS_FOLDER): Promise<Report> {
  const official = await loadDocument(file)
  const revisions = await listRevisions(folder)
  const [nameOfFile] = basename(file).split('.')
  const source =
    revisions.find(({ revision }) => revision === official.info.version) ??
    revisions.find(({ revision }) => revision === nameOfFile)
  if (source === undefined) {
    const known = revisions.map(({ revision }) => revision).join(', ')
    throw new CodegenError(
      `${file} is of revision ${official.info.version}; we have documents of ${known || 'none'} in ${folder}.`,
    )
  }
  const ours = await loadRevision(source)
  const rules = await loadIntendedDifferences(resolve(folder, 'differences.yaml'))
  const differences = compareDocuments({ ours, official })
  return makeReport(source.revision, listOperations(ours).length, differences, rules)
}
