import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { OutboxStore } from './outbox-store.ts'
import { createPostgresDelivery } from './postgres-delivery.ts'
import { checkDurability } from './postgres-durability.ts'
import { createPostgresInsert } from './postgres-insert.ts'
import { createPostgresLease } from './postgres-lease.ts'
import { LayoutError, migrate } from './postgres-migrate.ts'
import { createPostgresPool } from './postgres-pool.ts'

/** Settings of {@link openPostgresStore}. */
export interface PostgresStoreOptions {
  /** As `postgresql://user:password@host:5432/database`. */
  readonly databaseUrl: string
  /** Told what an operator should mend. */
  readonly warn: (message: string) => void
}

/** Groups of events that are inserted at the same time: one waits for the disk while the next is sent. */
export const POSTGRES_INSERTS_COUNT = 2
/** How often a dispatcher looks for events that other processes accepted, in milliseconds. */
export const POSTGRES_POLL_MS = 200

/**
 * For the inserts, the status of events and the question whether the database is there. A statement waits no longer than
 * an insert whose answer was lost is tried again.
 */
const ACCEPT = { maxCount: 6, connectMs: 2_000, statementMs: 5_000 }
/**
 * For what the holder of a lease does. When it asks, at least 3.5 of the 5 s of its lease are left, so that both waits
 * together end before it does.
 */
const QUICK = { maxCount: 4, connectMs: 1_000, statementMs: 2_000 }
/** For what goes over many rows. */
const PATIENT = { maxCount: 2, connectMs: 2_000, statementMs: 30_000 }

const CLOSE_MS = 1_000

/**
 * The outbox in a PostgreSQL that several processes share. Brings its layout up to date.
 * @throws {Error} when the database cannot be reached, a newer version of the gateway was here, or its settings could
 * lose what was accepted. No message holds the password
 */
export async function openPostgresStore({ databaseUrl, warn }: PostgresStoreOptions): Promise<OutboxStore> {
  const open = (limits: typeof ACCEPT) => createPostgresPool({ connectionString: databaseUrl, ...limits })
  const accept = open(ACCEPT)
  const quick = open(QUICK)
  const patient = open(PATIENT)
  const close = async (): Promise<void> => {
    const closed = Promise.all([accept.close(), quick.close(), patient.close()])
    // A server that is out of reach does not say good-bye.
    await Promise.race([closed, delay(CLOSE_MS, undefined, { ref: false })])
  }

  try {
    for (const warning of await checkDurability(patient)) warn(warning)
    await migrate(patient)
  } catch (cause) {
    await close()
    if (cause instanceof LayoutError) throw cause
    const { host, port, database } = new Client({ connectionString: databaseUrl })
    throw new Error(
      `The outbox in PostgreSQL (DATABASE_URL: database "${database ?? ''}" on ${host}, port ${port}) could not be opened: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }

  const events = createPostgresInsert(accept)
  const leases = createPostgresLease(quick)
  return {
    insert: (added) => events.insert(added),
    find: (key) => events.find(key),
    takeLease: (options) => leases.take(options),
    releaseLease: (lease) => leases.release(lease),
    report: (lease, report) => leases.report(lease, report),
    ...createPostgresDelivery({ quick, patient }, leases),
    async ping() {
      await accept.query({ name: 'ping', text: 'select 1' })
    },
    close,
  }
}
