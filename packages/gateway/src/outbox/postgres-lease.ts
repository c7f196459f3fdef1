import type { AccountReport, Lease } from './outbox-store.ts'
import { toTime } from './postgres-columns.ts'
import { checkLayout } from './postgres-migrate.ts'
import type { PostgresPool } from './postgres-pool.ts'
import { LAYOUT_IS_OURS } from './postgres-schema.ts'
import { integer } from './sqlite-rows.ts'

/** A condition on `$1`, the account, and `$2`, the token: whether the lease still holds, on the clock of the database. */
export const LEASE_HOLDS = 'exists (select 1 from lease where account = $1 and token = $2 and expires_at > now())'

/** The statements over the table of leases. */
export const LEASE_SQL = {
  take: `
    insert into lease (account, holder, token, expires_at)
    select $1::text, $2::text, 1, now() + $3::integer * interval '1 millisecond' where ${LAYOUT_IS_OURS}
    on conflict (account) do update
      set token = lease.token + (lease.holder <> excluded.holder)::integer,
        holder = excluded.holder, expires_at = excluded.expires_at
      where lease.holder = excluded.holder or lease.expires_at < now()
    returning token::float8 as token`,
  release: 'update lease set expires_at = now() where account = $1 and token = $2 and expires_at > now()',
  report: `
    update lease set
      backlog = coalesce($3::bigint, backlog),
      backlog_at = case when $3::bigint is null then backlog_at else now() end,
      paused_until = ${toTime('$4')}, last_error = $5
    where account = $1 and token = $2 and expires_at > now()
    returning 1 as held`,
  holds: `select 1 as held where ${LEASE_HOLDS}`,
} as const

/** Takes, keeps and frees leases. */
export interface PostgresLease {
  take(options: { account: string; holder: string; leaseMs: number }): Promise<Lease | undefined>
  release(lease: Lease): Promise<void>
  report(lease: Lease, report: AccountReport): Promise<boolean>
  holds(lease: Lease): Promise<boolean>
}

/** Over connections whose statements end before a lease does. */
export function createPostgresLease(pool: PostgresPool): PostgresLease {
  const run = (name: keyof typeof LEASE_SQL, values: Parameters<PostgresPool['query']>[1]) =>
    pool.query({ name: `lease_${name}`, text: LEASE_SQL[name] }, values)

  return {
    async take({ account, holder, leaseMs }) {
      const [row] = await run('take', [account, holder, Math.round(leaseMs)])
      if (row !== undefined) return { account, holder, token: integer(row, 'token') }
      await checkLayout(pool)
      return undefined
    },
    async release({ account, token }) {
      await run('release', [account, token])
    },
    async report({ account, token }, { backlogCount, pausedUntilMs, lastError }) {
      const values = [account, token, backlogCount ?? null, pausedUntilMs ?? null, lastError ?? null]
      return (await run('report', values)).length === 1
    },
    holds: async ({ account, token }) => (await run('holds', [account, token])).length === 1,
  }
}
