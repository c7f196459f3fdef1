import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { lockFolder } from './folder-lock.ts'
import { makePrivate } from './make-private.ts'
import { migrate } from './sqlite-migrate.ts'

/** The database of a folder that this process has for itself. */
export interface OpenDatabase {
  readonly database: DatabaseSync
  readonly close: () => void
}

/**
 * Locks the folder and opens its database, making both when they are not there. A commit returns once it is synced.
 * @throws {Error} when another process has the folder, or a newer version wrote the file
 */
export function openDatabase(folder: string): OpenDatabase {
  const lock = lockFolder(folder)
  const path = join(folder, 'outbox.db')
  const database = new DatabaseSync(path, { timeout: 5_000 })
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full')
    // A plain fsync of macOS leaves the data in the cache of the drive.
    if (process.platform === 'darwin') database.exec('pragma fullfsync = 1; pragma checkpoint_fullfsync = 1')
    migrate(database, path)
    // Now that all are there; SQLite makes later ones as the database is.
    makePrivate(path)
    // Nobody else has the folder, so whoever held these is gone: no need to wait until they run out.
    database.exec('update lease set expires_at = 0')
  } catch (error) {
    database.close()
    lock.release()
    throw error
  }
  return {
    database,
    close() {
      database.close()
      lock.release()
    },
  }
}
