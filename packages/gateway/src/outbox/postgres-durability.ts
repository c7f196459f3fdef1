import type { PostgresPool } from './postgres-pool.ts'

/** What is wrong with a setting, and how to mend it. */
const MEND = 'Set it to "on" in postgresql.conf (or by ALTER SYSTEM), reload the server and start the gateway again.'

/**
 * Looks whether a commit of this database outlives a power cut. Gives warnings for what leaves a smaller gap.
 * @throws {Error} that names the setting under which an accepted event could be lost
 */
export async function checkDurability(pool: PostgresPool): Promise<readonly string[]> {
  const rows = await pool.query({
    name: 'durability',
    text: `select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'synchronous_standby_names')`,
  })
  const settings = new Map(rows.map((row) => [row['name'], row['setting']]))
  for (const name of ['fsync', 'synchronous_commit']) {
    if (settings.get(name) === 'off') {
      throw new Error(
        `PostgreSQL runs with ${name} = off: an event that was answered as accepted could be lost. ${MEND}`,
      )
    }
  }
  const warnings: string[] = []
  if (settings.get('full_page_writes') === 'off') {
    warnings.push(
      `PostgreSQL runs with full_page_writes = off: a power cut may damage it, unless its file system writes pages whole. ${MEND}`,
    )
  }
  const hasStandby = String(settings.get('synchronous_standby_names') ?? '') !== ''
  if (hasStandby && settings.get('synchronous_commit') === 'local') {
    warnings.push(
      `PostgreSQL has a synchronous standby and runs with synchronous_commit = local, which does not wait for it: a failover may lose accepted events. ${MEND}`,
    )
  }
  return warnings
}
