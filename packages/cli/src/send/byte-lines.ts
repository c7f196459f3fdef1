/** A line as it is in a file. */
export interface ByteLine {
  /** Counted from 1. */
  readonly number: number
  /** Without the `\n`. `undefined`: longer than the limit, and not kept. */
  readonly bytes: Uint8Array | undefined
}

const LINE_FEED = 0x0a

/**
 * The lines of a stream, ended by `\n` alone. Memory holds one chunk and at most `maxBytes` of a line: the rest of a
 * longer one is read and dropped.
 */
export async function* byteLines(input: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let number = 0
  let parts: Uint8Array[] = []
  let size = 0
  const add = (part: Uint8Array): void => {
    size += part.length
    if (size > maxBytes) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const finished = (): ByteLine => {
    const [only] = parts
    const bytes = parts.length === 1 ? only : Buffer.concat(parts)
    const line = { number: ++number, bytes: size > maxBytes ? undefined : bytes }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of input) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      yield finished()
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (size > 0) yield finished()
}
