import { UsageError } from '../usage-error.ts'

const SQLITE_BUSY = 5

/**
 * Locks a state for this process. The lock is SQLite's, on a file beside it: the kernel frees it when the process dies,
 * so that none is ever stale, as one with a process id can be. The empty file stays: deleting it could let two in.
 * @throws {UsageError} when another process has it, or the folder is not there
 */
export async function lockState(path: string): Promise<Disposable> {
  const { DatabaseSync } = await import('node:sqlite')
  let database: InstanceType<typeof DatabaseSync> | undefined
  try {
    database = new DatabaseSync(`${path}.lock`)
    database.exec('begin exclusive')
    return { [Symbol.dispose]: () => database?.close() }
  } catch (cause) {
    database?.close()
    if (!(cause instanceof Error && 'errcode' in cause)) throw cause
    const message =
      cause.errcode === SQLITE_BUSY
        ? `--state ${path} is in use by another run: wait until it has ended, or name another file.`
        : `--state ${path} cannot be locked: ${cause.message}. Is its folder there, and may it be written to?`
    throw new UsageError(message, { cause })
  }
}
