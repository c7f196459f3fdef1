import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The files below `folders` that are not among `expected`. All paths are relative to `root`; a missing folder is empty. */
export async function findLeftOvers(
  root: string,
  folders: readonly string[],
  expected: ReadonlySet<string>,
): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (!entry.isDirectory())
        found.push(
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
        )
    }
  }
  return found.filter((path) => !expected.has(path)).toSorted()
}
