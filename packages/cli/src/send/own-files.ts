import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from '../usage-error.ts'
import type { Input } from './input.ts'

/**
 * Makes sure that what is written is not what is read.
 * @throws {UsageError} when one file has two roles
 */
export async function expectOwnFiles(
  inputs: readonly Input[],
  written: Readonly<Record<string, string>>,
): Promise<void> {
  const taken = new Map<string, string>()
  for (const { name } of inputs) {
    if (name !== '-') taken.set(await placeOf(name), name)
  }
  for (const [option, path] of Object.entries(written)) {
    const place = await placeOf(path)
    const other = taken.get(place)
    if (other !== undefined) throw new UsageError(`${option} ${path} is the same file as ${other}: name another one.`)
    taken.set(place, `${option} ${path}`)
  }
}

/** The same for every name of a file; of one that is not there yet, its path. */
async function placeOf(path: string): Promise<string> {
  return stat(path).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => resolve(path),
  )
}
