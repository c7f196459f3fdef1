import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Artefact } from './artefacts.ts'
import { findLeftOvers } from './left-overs.ts'

/** A file on disk that is not what `pnpm codegen` would write. */
export interface Drift {
  readonly path: string
  readonly kind: 'missing' | 'differs' | 'left over'
}

/** Compares every artefact with its file, and looks for files in the generated folders that no artefact makes. */
export async function findDrift(
  root: string,
  artefacts: readonly Artefact[],
  folders: readonly string[],
): Promise<Drift[]> {
  const drift: Drift[] = []
  for (const artefact of artefacts) {
    const onDisk = await readFile(join(root, artefact.path), 'utf8').catch(() => undefined)
    if (onDisk === undefined) drift.push({ path: artefact.path, kind: 'missing' })
    else if (onDisk !== (await artefact.produce())) drift.push({ path: artefact.path, kind: 'differs' })
  }
  const expected = new Set(artefacts.map(({ path }) => path))
  const leftOvers = await findLeftOvers(root, folders, expected)
  return [...drift, ...leftOvers.map((path): Drift => ({ path, kind: 'left over' }))]
}
