import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { WORKSPACE_ROOT } from './workspace-root.ts'

/** A workspace of its own in a temporary folder, gone at the end of the `await using` block. */
export interface TemporaryWorkspace extends AsyncDisposable {
  readonly root: string
}

/**
 * Copies the named files and folders of this workspace, puts `files` (path → text) beside them and shares the installed
 * packages. For tests of our own tools.
 */
export const temporaryWorkspace = async (
  copied: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<TemporaryWorkspace> => {
  const root = await mkdtemp(join(tmpdir(), 'workspace-'))
  await symlink(join(WORKSPACE_ROOT, 'node_modules'), join(root, 'node_modules'))
  for (const path of copied) await cp(join(WORKSPACE_ROOT, path), join(root, path), { recursive: true })
  for (const [path, content] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) }
}
