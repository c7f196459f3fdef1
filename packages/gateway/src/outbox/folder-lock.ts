import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makePrivate } from './make-private.ts'

/** The lock of a folder; the kernel frees it when the process dies. */
export interface FolderLock {
  release(): void
}

/** How long a second process waits for the first to end, in milliseconds: a restart overlaps for a moment. */
const WAIT_MS = 4_000

/**
 * Makes the folder (for its owner only) and locks it for this process, waiting a few seconds for a former one.
 * Blocks while it waits: for a worker thread.
 * @throws {Error} that names the folder and the process that has it
 */
export function lockFolder(folder: string, waitMs: number = WAIT_MS): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner = join(folder, 'lock.json')
  const path = join(folder, 'lock.db')
  const database = new DatabaseSync(path, { timeout: waitMs })
  try {
    database.exec('begin exclusive')
  } catch (cause) {
    database.close()
    if (!isBusy(cause)) throw cause
    throw new Error(
      `The folder "${folder}" is in use by ${readOwner(owner)}. Stop that process, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
  // Renamed into place, so that nobody reads half of it.
  writeFileSync(`${owner}.new`, JSON.stringify({ pid: process.pid, host: hostname() }))
  renameSync(`${owner}.new`, owner)
  makePrivate(owner)
  makePrivate(path)
  return { release: () => database.close() }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function readOwner(path: string): string {
  try {
    const owner: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof owner === 'object' && owner !== null && 'pid' in owner && 'host' in owner) {
      return `process ${String(owner.pid)} on host "${String(owner.host)}"`
    }
  } catch {
    // The first start of the folder was a moment ago: the lock is taken, the file is not written yet.
  }
  return 'another process'
}
