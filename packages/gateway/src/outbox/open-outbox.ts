import { createOutbox, type Outbox } from './outbox.ts'
import { openPostgresStore, POSTGRES_INSERTS_COUNT, POSTGRES_POLL_MS } from './postgres-store.ts'
import { openSqliteStore } from './sqlite-store.ts'

/** Settings of {@link openOutbox}. */
export interface OpenOutboxOptions {
  /** The PostgreSQL that keeps the outbox, instead of a folder; its clock counts then. */
  readonly databaseUrl?: string | undefined
  /** The folder of the database, made when it is not there. On a disk of this machine: never a network folder. */
  readonly dataDir: string
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Events that may wait for a commit; more are refused for a moment. @default 10_000 */
  readonly maxWaitingCount?: number
  /** Told what an operator should mend, such as a setting of the database. @default nobody */
  readonly warn?: (message: string) => void
}

/**
 * Opens the outbox of a database that processes share, or of a folder that one process has at a time.
 * @throws {Error} that names the folder and the process that has it, or says that the database cannot be reached, that its
 * settings could lose events, or that a newer version wrote it
 */
export async function openOutbox(options: OpenOutboxOptions): Promise<Outbox> {
  const { databaseUrl, dataDir, now = Date.now, maxWaitingCount, warn = () => {} } = options
  if (databaseUrl === undefined) {
    return createOutbox({ store: await openSqliteStore({ folder: dataDir, now }), maxWaitingCount })
  }
  return createOutbox({
    store: await openPostgresStore({ databaseUrl, warn }),
    maxWaitingCount,
    maxCommitsCount: POSTGRES_INSERTS_COUNT,
    pollMs: POSTGRES_POLL_MS,
  })
}
