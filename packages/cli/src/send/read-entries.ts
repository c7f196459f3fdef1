import { byteLines } from './byte-lines.ts'
import type { Entry, Position } from './entry.ts'
import type { Input } from './input.ts'
import { MAX_LINE_BYTES, readEntry } from './read-entry.ts'
import { UnreadableError } from './unreadable-error.ts'
import { unzipped } from './unzipped.ts'

/** How inputs are read. */
export interface ReadOptions {
  /** Lines up to here are passed over: they were settled before. */
  readonly after: Position
  /** Ends the reading; no half line comes out. */
  readonly signal: AbortSignal
}

/**
 * The lines of all inputs, one after the other, as entries. A file that cannot be read to its end gives an entry that
 * says so, and the next one follows.
 */
export async function* readEntries(inputs: readonly Input[], { after, signal }: ReadOptions): AsyncGenerator<Entry> {
  let readBytes = 0
  const countedChunks = async function* (input: Input): AsyncGenerator<Uint8Array> {
    for await (const chunk of input.read(signal)) {
      readBytes += chunk.length
      yield chunk
    }
  }
  for (const [fileIndex, input] of inputs.entries()) {
    if (fileIndex < after.fileIndex) {
      readBytes += input.sizeBytes ?? 0
      continue
    }
    const { name: file } = input
    const settledLine = fileIndex === after.fileIndex ? after.line : 0
    let firstLine: Uint8Array | undefined
    let number = 0
    try {
      for await (const line of byteLines(unzipped(countedChunks(input)), MAX_LINE_BYTES)) {
        if (signal.aborted) return
        ;({ number } = line)
        // Not a view of what was read with it: it is kept for long.
        firstLine ??= Uint8Array.from(line.bytes ?? [])
        const content = number > settledLine ? readEntry({ file, line, firstLine }) : undefined
        if (content !== undefined) yield { ...content, position: { fileIndex, line: number }, readBytes }
      }
    } catch (error) {
      if (signal.aborted) return
      if (!isOfReading(error)) throw error
      const position = { fileIndex, line: number + 1 }
      if (position.line > settledLine) yield { ...unreadable(file, number, error), position, readBytes }
    }
  }
}

/** Ours, or one of the system, which has a code. */
function isOfReading(error: unknown): boolean {
  return error instanceof UnreadableError || (error instanceof Error && 'code' in error)
}

function unreadable(file: string, lastLine: number, error: unknown): Omit<Entry, 'position' | 'readBytes'> {
  const what = error instanceof Error ? error.message : String(error)
  const message = `${file} cannot be read beyond line ${lastLine}: ${what}. What comes after it was not sent.`
  return {
    file,
    origin: { file, line: lastLine + 1 },
    event: null,
    given: undefined,
    derivedId: undefined,
    refusal: { code: 'FILE_UNREADABLE', message },
  }
}
