import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { UnreadableError } from './unreadable-error.ts'
import { unzipped } from './unzipped.ts'

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** What came out, and the error that ended it. */
async function outOf(bytes: Uint8Array, size = 65_536): Promise<{ text: string; error: unknown }> {
  const parts: Uint8Array[] = []
  let error: unknown
  try {
    for await (const part of unzipped(chunksOf(bytes, size))) parts.push(part)
  } catch (caught) {
    error = caught
  }
  return { text: Buffer.concat(parts).toString(), error }
}

/** Lines that do not pack well, so that a break has much before it. */
const LINES = Array.from({ length: 50_000 }, (_, index) => `{"n":${(index * 2_654_435_761) % 4_294_967_296}}\n`).join(
  '',
)
const PACKED = gzipSync(LINES)

describe('a stream', () => {
  it.each<[what: string, bytes: Uint8Array, text: string]>([
    ['that is empty', Buffer.from(''), ''],
    ['of one byte', Buffer.from('a'), 'a'],
    ['that is plain', Buffer.from(LINES), LINES],
    ['that is gzip', PACKED, LINES],
    ['of several gzips one after the other', Buffer.concat([PACKED, gzipSync('end\n')]), `${LINES}end\n`],
    ['that is the gzip of nothing', gzipSync(''), ''],
  ])('%s comes out whole', async (_what, bytes, text) => {
    expect(await outOf(bytes)).toEqual({ text, error: undefined })
    // A chunk of one byte tells too little to know.
    const [head, rest] = [bytes.subarray(0, 1), bytes.subarray(1)]
    const parts: Uint8Array[] = []
    const twice = (async function* () {
      yield head
      yield rest
    })()
    for await (const part of unzipped(twice)) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe(text)
  })

  it.each<[what: string, bytes: Uint8Array, leastShare: number]>([
    ['cut off', PACKED.subarray(0, PACKED.length >> 1), 0.49],
    ['cut off before its last byte', PACKED.subarray(0, -1), 1],
    ['with a wrong byte', PACKED.map((byte, index) => (index >= PACKED.length >> 1 ? 0xff : byte)), 0.4],
    ['with text behind it', Buffer.concat([PACKED, Buffer.from('{"not":"gzip"}\n')]), 0.95],
  ])('of gzip %s gives what came before, and then the error', async (_what, bytes, leastShare) => {
    const { text, error } = await outOf(bytes)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(text.length).toBeGreaterThanOrEqual(LINES.length * leastShare)
    const common = Math.floor(LINES.length * leastShare)
    expect(text.slice(0, common)).toBe(LINES.slice(0, common))
  })
})
