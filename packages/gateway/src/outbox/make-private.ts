import { chmodSync, statSync } from 'node:fs'

/** What others may do with a file of the outbox: nothing. */
const PRIVATE_FILE = 0o600

/**
 * Takes the rights of others from a file and from what SQLite keeps beside a database of its name. Files that are not
 * there, or belong to another user, are passed over.
 */
export function makePrivate(filePath: string): void {
  for (const path of [filePath, `${filePath}-wal`, `${filePath}-shm`, `${filePath}-journal`]) {
    const stats = statSync(path, { throwIfNoEntry: false })
    // Windows has neither such rights nor user ids.
    if (stats !== undefined && stats.uid === process.getuid?.()) chmodSync(path, PRIVATE_FILE)
  }
}
