import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteLines } from './byte-lines.ts'

async function* chunksOf(text: string, places: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  for (const [index, end] of ends.entries()) yield bytes.subarray(ends[index - 1] ?? 0, end)
}

async function linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes = 100): Promise<(string | undefined)[]> {
  const lines: (string | undefined)[] = []
  for await (const { number, bytes } of byteLines(chunks, maxBytes)) {
    expect(number).toBe(lines.length + 1)
    lines.push(bytes === undefined ? undefined : new TextDecoder().decode(bytes))
  }
  return lines
}

describe('the lines of bytes', () => {
  it.each<[what: string, text: string, lines: readonly (string | undefined)[]]>([
    ['nothing', '', []],
    ['an end without a line', '\n', ['']],
    ['a last line without an end', 'a\nb', ['a', 'b']],
    ['blank lines, which count', '\n\na\n', ['', '', 'a']],
    ['\\r, which stays', 'a\r\n', ['a\r']],
    ['a line as long as the limit', `${'x'.repeat(10)}\na\n`, ['x'.repeat(10), 'a']],
    ['a longer one, which is not kept', `a\n${'x'.repeat(11)}\nb\n`, ['a', undefined, 'b']],
    ['a longer one at the end', 'x'.repeat(11), [undefined]],
    ['letters that count by their bytes', `${'ü'.repeat(6)}\na`, [undefined, 'a']],
  ])('%s', async (_what, text, lines) => {
    const everywhere = Array.from({ length: new TextEncoder().encode(text).length }, (_, index) => index)
    expect(await linesOf(chunksOf(text), 10)).toEqual(lines)
    expect(await linesOf(chunksOf(text, everywhere), 10)).toEqual(lines)
  })

  it('are those of the text, however it is cut', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', '\r', 'ü', '€', '🛒'), maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, places) => {
        const text = lines.map((each) => `${each}\n`).join('')
        const kept = lines.map((each) => (new TextEncoder().encode(each).length > 20 ? undefined : each))
        expect(await linesOf(chunksOf(text, places), 20)).toEqual(kept)
      }),
    )
  })
})
