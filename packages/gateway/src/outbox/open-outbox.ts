import { createOutbox, type Outbox } from './outbox.ts'
import { openSqliteStore } from './sqlite-store.ts'

/** Settings of {@link openOutbox}. */
export interface OpenOutboxOptions {
  /** The folder of the database, made when it is not there. On a disk of this machine: never a network folder. */
  readonly dataDir: string
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Events that may wait for a commit; more are refused for a moment. @default 10_000 */
  readonly maxWaitingCount?: number
}

/**
 * Opens the outbox of a folder. One process has a folder at a time.
 * @throws {Error} that names the folder and the process that has it, or says that a newer version wrote it
 */
export async function openOutbox({ dataDir, now = Date.now, maxWaitingCount }: OpenOutboxOptions): Promise<Outbox> {
  const store = await openSqliteStore({ folder: dataDir, now })
  return createOutbox({ store, maxWaitingCount })
}
