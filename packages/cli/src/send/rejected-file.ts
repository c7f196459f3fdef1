import { open, stat, type FileHandle } from 'node:fs/promises'
import { UsageError } from '../usage-error.ts'

/** Where events go that were not delivered, one line each. */
export interface RejectedFile {
  readonly path: string
  /** How long it is with all that was added, in bytes. */
  readonly sizeBytes: () => number
  /** Adds a line. Gives a promise when there is much to write, for the caller to wait for. */
  readonly add: (line: string) => Promise<void> | undefined
  /** Writes what was added, down to the disk. */
  readonly sync: () => Promise<void>
  /** Writes what was added and closes it. */
  readonly close: () => Promise<void>
}

const MAX_BUFFERED_BYTES = 65_536

/**
 * Opens the file when there is something to write. `keptBytes` is what a former run had written; what it wrote after
 * that is cut off, since it comes again.
 * @throws {UsageError} when it holds something that nobody has sent yet, or less than it should
 */
export async function openRejectedFile(path: string, keptBytes: number | undefined): Promise<RejectedFile> {
  const foundBytes = await stat(path).then(
    ({ size }) => size,
    () => 0,
  )
  if (keptBytes === undefined && foundBytes > 0) {
    throw new UsageError(`${path} holds rejected events of a former run: move it away, or send it first.`)
  }
  const startBytes = keptBytes ?? 0
  if (foundBytes < startBytes) {
    throw new UsageError(
      `${path} has ${foundBytes} bytes, and had ${startBytes} when the run was interrupted: put it back.`,
    )
  }
  let file: FileHandle | undefined
  let sizeBytes = startBytes
  let waiting: string[] = []
  let waitingBytes = 0

  const writeWaiting = async (): Promise<void> => {
    if (waitingBytes === 0) return
    const text = waiting.join('')
    waiting = []
    waitingBytes = 0
    try {
      // For its owner only: events hold personal data.
      file ??= await open(path, 'a', 0o600)
      await file.appendFile(text)
    } catch (cause) {
      const what = cause instanceof Error ? cause.message : String(cause)
      throw new UsageError(`${path} cannot be written: ${what}. Sending stopped.`, { cause })
    }
  }
  // One after the other, or lines could change their order.
  let flushed = Promise.resolve()
  const flush = (): Promise<void> => (flushed = flushed.then(writeWaiting))

  if (foundBytes > startBytes) {
    file = await open(path, 'a', 0o600)
    await file.truncate(startBytes)
  }
  return {
    path,
    sizeBytes: () => sizeBytes,
    add(line) {
      const bytes = Buffer.byteLength(line) + 1
      sizeBytes += bytes
      waitingBytes += bytes
      waiting.push(`${line}\n`)
      return waitingBytes > MAX_BUFFERED_BYTES ? flush() : undefined
    },
    async sync() {
      await flush()
      await file?.datasync()
    },
    async close() {
      await flush()
      await file?.close()
    },
  }
}
