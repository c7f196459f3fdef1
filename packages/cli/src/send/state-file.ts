import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../usage-error.ts'
import { sendStateSchema, type SendState } from './send-state.ts'

/**
 * The state in a file; `undefined` when there is no file, or an empty one.
 * @throws {UsageError} when it cannot be read, or holds something else
 */
export async function loadState(path: string): Promise<SendState | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw new UsageError(`--state ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  })
  if (text.trim() === '') return undefined
  const parsed = sendStateSchema.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  throw new UsageError(
    `--state ${path} holds something else than a state of this version of send. Name another file, or delete this one to start anew.`,
  )
}

/**
 * Writes a state in place of the one before. After a power cut there is the one or the other, whole.
 * @throws {UsageError} when it cannot be written
 */
export async function saveState(path: string, state: SendState): Promise<void> {
  try {
    await writeSynced(`${path}.new`, `${JSON.stringify(state, undefined, 2)}\n`)
    await rename(`${path}.new`, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`--state ${path} cannot be written: ${what}. Sending stopped.`, { cause })
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  await using file = await open(path, 'w', 0o600)
  await file.writeFile(text)
  await file.sync()
}

/** The new name is on the disk too then. Windows cannot do this, and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  await using folder = await open(path)
  await folder.sync()
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
