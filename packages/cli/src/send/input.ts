import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import { UsageError } from '../usage-error.ts'

/** Something that events are read from. */
export interface Input {
  /** As the person named it; `-` for standard input. */
  readonly name: string
  /** `undefined` for what is no regular file: how much will come is not known. */
  readonly sizeBytes: number | undefined
  /** Reads it from the start. An aborted signal ends it with an error. */
  readonly read: (signal: AbortSignal) => AsyncIterable<Uint8Array>
}

const CHUNK_BYTES = 262_144

/**
 * The inputs by their names, none opened yet; no name is standard input.
 * @throws {UsageError} that names what cannot be read
 */
export async function findInputs(names: readonly string[]): Promise<readonly Input[]> {
  if (names.length === 0 && process.stdin.isTTY) {
    throw new UsageError('Nothing to send: name a FILE of events, or pipe them in (send - reads what you type).')
  }
  if (names.filter((name) => name === '-').length > 1) throw new UsageError('Standard input (-) can be read only once.')
  return Promise.all((names.length === 0 ? ['-'] : names).map(findInput))
}

async function findInput(name: string): Promise<Input> {
  if (name === '-') {
    return { name, sizeBytes: undefined, read: (signal) => addAbortSignal(signal, process.stdin) }
  }
  const found = await stat(name).catch((error: unknown) => {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (found.isDirectory()) throw new UsageError(`${name} is a folder: name the files in it.`)
  return {
    name,
    sizeBytes: found.isFile() ? found.size : undefined,
    read: (signal) => createReadStream(name, { signal, highWaterMark: CHUNK_BYTES }),
  }
}
