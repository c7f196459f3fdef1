import { once } from 'node:events'
import { createGunzip, type Gunzip } from 'node:zlib'
import { UnreadableError } from './unreadable-error.ts'

/** What is unpacked at once: of a broken file at most this much before the break is lost, and memory stays small. */
const PIECE_BYTES = 16_384

/**
 * A stream, unpacked where its first bytes say that it is gzip; a file's name does not count.
 * @throws {UnreadableError} where the gzip is broken or cut off; all before it has come out then
 */
export async function* unzipped(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = input[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.length < 2) {
    const next = await chunks.next()
    if (next.done === true) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  const all = following(head, chunks)
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(all)
  else yield* all
}

async function* following(head: Uint8Array, chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value
  } finally {
    // Closes the file when the reader stops early.
    await chunks.return?.()
  }
}

async function* gunzipped(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // Not read as a stream: an error would drop what was unpacked and not yet read.
  const unpacked: Uint8Array[] = []
  let failure: Error | undefined
  gunzip.on('data', (part: Uint8Array) => unpacked.push(part))
  gunzip.on('error', (error) => (failure ??= error))
  let isEnding = false
  gunzip.on('end', () => {
    if (!isEnding) failure ??= new Error('something that is no gzip follows it')
  })
  try {
    for await (const chunk of input) {
      for (let start = 0; start < chunk.length && failure === undefined; start += PIECE_BYTES) {
        await written(gunzip, chunk.subarray(start, start + PIECE_BYTES))
        yield* unpacked.splice(0)
      }
      if (failure !== undefined) break
    }
    isEnding = true
    if (failure === undefined) await ended(gunzip)
    yield* unpacked.splice(0)
  } finally {
    gunzip.destroy()
  }
  if (failure !== undefined) throw new UnreadableError('the gzip is broken or cut off', { cause: failure })
}

/** Resolves when a piece is unpacked, or cannot be: of neither an error nor an early end does `write` tell. */
async function written(gunzip: Gunzip, piece: Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      gunzip.off('error', done).off('end', done)
      resolve()
    }
    gunzip.once('error', done).once('end', done).write(piece, done)
  })
}

async function ended(gunzip: Gunzip): Promise<void> {
  const end = once(gunzip, 'end')
  gunzip.end()
  // The failure is kept by the listener above.
  await end.catch(() => undefined)
}
