import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLines, type Line } from './read-lines.ts'

async function* chunksOf<Chunk>(chunks: Iterable<Chunk>): AsyncGenerator<Chunk> {
  yield* chunks
}

async function linesOf(chunks: Iterable<Uint8Array | string>): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(chunksOf(chunks))) lines.push(line)
  return lines
}

/** The bytes of a text, cut at these places. */
function cut(text: string, places: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

const everyByte = (text: string): Uint8Array[] => cut(text, [...new TextEncoder().encode(text).keys()])

describe('the lines of a stream', () => {
  it.each<[what: string, text: string, lines: readonly string[]]>([
    ['nothing', '', []],
    ['one line without an end', 'a', ['a']],
    ['one line with its end', 'a\n', ['a']],
    ['blank lines, which count', '\n\na\n', ['', '', 'a']],
    ['lines that end with \\r\\n, of which \\r stays', 'a\r\nb\r\n', ['a\r', 'b\r']],
    ['a lone \\r, which ends nothing', 'a\rb', ['a\rb']],
    [
      'U+2028, U+2029 and U+0085, which may stand inside JSON',
      '"a\u2028b\u2029c\u0085d"\n1',
      ['"a\u2028b\u2029c\u0085d"', '1'],
    ],
    ['letters of two, three and four bytes', 'ü\n€\n🛒\n', ['ü', '€', '🛒']],
  ])('%s', async (_what, text, lines) => {
    const expected = lines.map((line, index) => ({ number: index + 1, text: line }))
    expect(await linesOf([text])).toEqual(expected)
    expect(await linesOf([new TextEncoder().encode(text)])).toEqual(expected)
    expect(await linesOf(everyByte(text))).toEqual(expected)
  })

  it('a letter that the end of the stream cuts off is replaced, and not lost', async () => {
    const bytes = new TextEncoder().encode('a€')
    expect(await linesOf([bytes.subarray(0, 3)])).toEqual([{ number: 1, text: 'a\uFFFD' }])
  })

  it('come out before the stream ends', async () => {
    const input = (async function* () {
      yield 'first\nsec'
      throw new Error('the stream broke')
    })()
    const lines = readLines(input)
    expect((await lines.next()).value).toEqual({ number: 1, text: 'first' })
    await expect(lines.next()).rejects.toThrow('the stream broke')
  })

  it('are the same however the stream is cut', async () => {
    // Letters of one to four bytes, and what ends a line somewhere else.
    const letter = fc.constantFrom('a', '"', '\\', ' ', '\r', 'ü', '\u0085', '€', '\u2028', '\uFFFD', '🛒')
    const line = fc.string({ unit: letter })
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, places) => {
        const text = lines.map((each) => `${each}\n`).join('')
        const read = await linesOf(cut(text, places))
        expect(read.map((each) => each.text)).toEqual(lines)
        expect(read.map(({ number }) => number)).toEqual(lines.map((_, index) => index + 1))
      }),
    )
  })
})
