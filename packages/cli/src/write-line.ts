import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Writes a line and waits while the reader is behind. `false` when the reader has gone away, as `head` does. */
export async function writeLine(output: Writable, line: string): Promise<boolean> {
  if (output.destroyed || output.errored !== null) return false
  if (output.write(`${line}\n`)) return true
  try {
    await once(output, 'drain')
    return true
  } catch {
    return false
  }
}
