import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'

const SOURCES = join(WORKSPACE_ROOT, 'packages', 'sdk', 'src')
/** Tests, type tests, and what only they use: as sources and as built. */
export const ONLY_FOR_TESTS = /\.(test|test-d|conformance)\.|(^|\/)testing\//

/** Every file below a folder, from there, with slashes. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** What the build has to make of the sources: a module and its types for each, and nothing for tests. */
export async function filesToPublish(): Promise<readonly string[]> {
  const sources = (await filesBelow(SOURCES)).filter((file) => !ONLY_FOR_TESTS.test(file))
  return sources
    .map((file) => `dist/${file.replace(/\.ts$/, '')}`)
    .flatMap((file) => [`${file}.d.ts`, `${file}.js`])
    .toSorted()
}
