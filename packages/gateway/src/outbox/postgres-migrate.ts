import type { PostgresPool } from './postgres-pool.ts'
import { LAYOUT, MIGRATIONS } from './postgres-schema.ts'

/** Of the lock that a start holds while it migrates; any number will do that nobody else takes. */
const LOCK_KEY = 7_523_014

/** One row, which says how many steps were done. */
const LAYOUT_TABLE =
  'create table outbox_layout (is_only boolean primary key default true check (is_only), version integer not null)'

/** The database has a layout that this gateway does not know, so nothing was written. Its code lets logs say the message. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError'
  readonly code = 'OUTBOX_LAYOUT'

  constructor(version: number) {
    super(
      `The outbox in PostgreSQL has layout ${version}, and this gateway knows layouts up to ${LAYOUT}: it writes nothing. ` +
        'Start the newer gateway that changed it, or set DATABASE_URL to another database.',
    )
  }
}

/**
 * Brings the database to the newest layout in one transaction, one process at a time: a killed start leaves the old one.
 * @throws {LayoutError} when a newer version of the gateway was here
 */
export async function migrate(pool: PostgresPool): Promise<void> {
  await pool.transaction(async (query) => {
    // Held to the end of the transaction, so a pooler may stand between.
    await query(`select pg_advisory_xact_lock(${LOCK_KEY})`)
    // Asked first: `if not exists` wants the right to create tables all the same.
    const [known] = await query(`select (to_regclass('outbox_layout') is null)::integer as is_new`)
    if (known?.['is_new'] !== 0) await query(LAYOUT_TABLE)
    const [row] = await query('select version from outbox_layout')
    const version = Number(row?.['version'] ?? 0)
    if (version > LAYOUT) throw new LayoutError(version)
    if (version === LAYOUT) return
    for (const step of MIGRATIONS.slice(version)) await query(step)
    await query(
      `insert into outbox_layout (version) values (${LAYOUT}) on conflict (is_only) do update set version = excluded.version`,
    )
  })
}

/**
 * For a statement that wrote nothing: was it because of the layout?
 * @throws {LayoutError} when it was
 */
export async function checkLayout(pool: PostgresPool): Promise<void> {
  const [row] = await pool.query({ name: 'layout', text: 'select version from outbox_layout' })
  const version = Number(row?.['version'] ?? 0)
  if (version !== LAYOUT) throw new LayoutError(version)
}
