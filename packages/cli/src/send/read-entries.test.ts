import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isRecord } from '../message-id.ts'
import type { Entry, Position } from './entry.ts'
import { findInputs } from './input.ts'
import { readEntries } from './read-entries.ts'
import { MAX_LINE_BYTES } from './read-entry.ts'

/** Files with these contents, in a folder of the test. */
async function filesOf(contents: readonly (string | Uint8Array)[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rudder-klaviyo-send-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return Promise.all(
    contents.map(async (content, index) => {
      const path = join(folder, `${index}.ndjson`)
      await writeFile(path, content)
      return path
    }),
  )
}

async function entriesOf(
  files: readonly string[],
  after: Position = { fileIndex: 0, line: 0 },
  signal = new AbortController().signal,
): Promise<Entry[]> {
  return Array.fromAsync(readEntries(await findInputs(files), { after, signal }))
}

const event = (messageId: string): string => `{"type":"track","messageId":"${messageId}","userId":"u","event":"E"}`
const ids = (entries: readonly Entry[]): unknown[] =>
  entries.map(({ event: given, refusal }) => refusal?.code ?? (isRecord(given) ? given['messageId'] : undefined))

describe('entries', () => {
  it('are the lines of all files that are not blank, in order, with their places', async () => {
    const files = await filesOf([`${event('a')}\r\n\n${event('b')}`, gzipSync(`${event('c')}\n`)])
    const entries = await entriesOf(files)
    expect(ids(entries)).toEqual(['a', 'b', 'c'])
    expect(entries.map(({ position }) => position)).toEqual([
      { fileIndex: 0, line: 1 },
      { fileIndex: 0, line: 3 },
      { fileIndex: 1, line: 1 },
    ])
  })

  it('of a line that cannot be sent take their turn, with file and line, and reading goes on', async () => {
    const latin1 = Buffer.from('{"type":"track","name":"M\u00fcller"}\n', 'latin1')
    const long = Buffer.from(`"${'x'.repeat(MAX_LINE_BYTES)}"\n`)
    const bad = Buffer.concat([Buffer.from(`${event('a')}\nnope\n`), latin1, long, Buffer.from(event('b'))])
    const [file = ''] = await filesOf([bad])
    const entries = await entriesOf([file])
    expect(ids(entries)).toEqual(['a', 'NOT_JSON', 'NOT_UTF8', 'LINE_TOO_LONG', 'b'])
    expect(entries[1]?.refusal?.message).toContain(`${file}, line 2 is no JSON`)
    expect(entries.map(({ given }) => given)).toEqual([event('a'), 'nope', undefined, undefined, event('b')])
  })

  it('of a broken gzip end with one that says where, and the next file follows', async () => {
    const packed = gzipSync(`${event('a')}\n${event('b')}\n`)
    const files = await filesOf([packed.subarray(0, -9), `${event('c')}\n`])
    const entries = await entriesOf(files)
    expect(ids(entries)).toEqual(['a', 'b', 'FILE_UNREADABLE', 'c'])
    expect(entries[2]?.refusal?.message).toMatch(/cannot be read beyond line 2: the gzip is broken or cut off/)
  })

  it.each<[after: Position, left: readonly string[]]>([
    [{ fileIndex: 0, line: 0 }, ['a', 'b', 'FILE_UNREADABLE', 'c']],
    [{ fileIndex: 0, line: 1 }, ['b', 'FILE_UNREADABLE', 'c']],
    [{ fileIndex: 0, line: 2 }, ['FILE_UNREADABLE', 'c']],
    [{ fileIndex: 0, line: 3 }, ['c']],
    [{ fileIndex: 1, line: 1 }, []],
  ])('after %j are those that are left', async (after, left) => {
    const packed = gzipSync(`${event('a')}\n${event('b')}\n`)
    const files = await filesOf([packed.subarray(0, -9), `${event('c')}\n`])
    expect(ids(await entriesOf(files, after))).toEqual(left)
  })

  it('without a messageId get the same one each time, packed or not, and each line its own', async () => {
    const text = `${event('a')}\n{"type":"track"}\n{"type":"track"}\n{"type":"track","messageId":" "}\n`
    const files = await filesOf([text, gzipSync(text), `{"other":1}\n${text}`])
    const read = await Promise.all(files.map((file) => entriesOf([file])))
    const [plain = [], packed, other = []] = read.map(ids)
    expect(new Set(plain).size).toBe(4)
    expect(packed).toEqual(plain)
    expect(plain.filter((id) => other.includes(id))).toEqual(['a'])
    expect(read[0]?.[1]?.given).toBe('{"type":"track"}')
  })

  it('end when the reading is stopped, without a word about it', async () => {
    const files = await filesOf([`${event('a')}\n`.repeat(50_000)])
    const stop = new AbortController()
    const entries = readEntries(await findInputs(files), { after: { fileIndex: 0, line: 0 }, signal: stop.signal })
    expect((await entries.next()).value).toMatchObject({ position: { line: 1 } })
    stop.abort()
    expect(await entries.next()).toEqual({ done: true, value: undefined })
  })
})
