import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Artefact } from './artefacts.ts'
import { findLeftOvers } from './left-overs.ts'

/** Writes the artefacts one after the other and removes what is left over in `folders`; gives one line for each file. */
export async function writeArtefacts(
  root: string,
  artefacts: readonly Artefact[],
  folders: readonly string[],
): Promise<string[]> {
  const lines: string[] = []
  for (const { path, produce } of artefacts) {
    const target = join(root, path)
    const text = await produce()
    // A file that is right already keeps its time, so that builds and watchers rest.
    if ((await readFile(target, 'utf8').catch(() => undefined)) === text) {
      lines.push(`unchanged  ${path}`)
      continue
    }
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
    lines.push(`written    ${path}`)
  }
  for (const path of await findLeftOvers(root, folders, new Set(artefacts.map((artefact) => artefact.path)))) {
    await rm(join(root, path))
    lines.push(`removed    ${path}`)
  }
  return lines
}
