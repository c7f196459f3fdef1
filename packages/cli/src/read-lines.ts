/** A line of a text, with its number, counted from 1. */
export interface Line {
  readonly number: number
  readonly text: string
}

/**
 * The lines of a stream, ended by `\n` alone: other characters that end a line somewhere (U+2028) may stand inside JSON.
 * Memory holds one line at a time, and what was read with it.
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let number = 0
  let rest: string[] = []
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n')
    const last = pieces.pop() ?? ''
    for (const piece of pieces) {
      rest.push(piece)
      yield { number: ++number, text: rest.join('') }
      rest = []
    }
    rest.push(last)
  }
  const text = rest.join('') + decoder.decode()
  if (text !== '') yield { number: ++number, text }
}
