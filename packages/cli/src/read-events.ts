import { readLines, type Line } from './read-lines.ts'
import { writeLine } from './write-line.ts'

/** What is written for one line of input. */
export interface Written {
  readonly isRefused: boolean
  readonly text: string
}

/**
 * Writes one text for each line of standard input, in order, until its reader goes away. Gives the exit status: 1 when a
 * line was refused.
 * @param write gives `undefined` for a line that nothing is written for
 */
export async function forEachEvent(write: (line: Line) => Written | undefined): Promise<number> {
  // A reader that goes away (`head`) is no fault; writing stops.
  process.stdout.on('error', () => undefined)
  let refusedCount = 0
  for await (const line of readLines(process.stdin)) {
    const written = write(line)
    if (written === undefined) continue
    if (written.isRefused) refusedCount++
    if (!(await writeLine(process.stdout, written.text))) break
  }
  return refusedCount > 0 ? 1 : 0
}
