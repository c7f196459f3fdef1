import type { DatabaseSync } from 'node:sqlite'
import type { AccountReport, Lease } from './outbox-store.ts'
import { integer } from './sqlite-rows.ts'

/** A condition on `:account`, `:token` and `:now`: whether the lease still holds. */
export const LEASE_HOLDS =
  'exists (select 1 from lease where account = :account and token = :token and expires_at > :now)'

/** The parameters of {@link LEASE_HOLDS}. */
export function leaseParameters(
  { account, token }: Lease,
  nowMs: number,
): { account: string; token: number; now: number } {
  return { account, token, now: nowMs }
}

/** The statements over the table of leases. */
export interface SqliteLease {
  take(options: { account: string; holder: string; leaseMs: number }, nowMs: number): Lease | undefined
  release(lease: Lease, nowMs: number): void
  report(lease: Lease, report: AccountReport, nowMs: number): boolean
}

/** Prepares them. */
export function prepareLease(database: DatabaseSync): SqliteLease {
  const take = database.prepare(`
    insert into lease (account, holder, token, expires_at) values (:account, :holder, 1, :expires)
    on conflict (account) do update
      set token = token + (lease.holder <> excluded.holder), holder = excluded.holder, expires_at = excluded.expires_at
      where lease.holder = excluded.holder or lease.expires_at < :now
    returning token`)
  const release = database.prepare(
    'update lease set expires_at = :now where account = :account and token = :token and expires_at > :now',
  )
  const report = database.prepare(`
    update lease set
      backlog = coalesce(:backlog, backlog),
      backlog_at = case when :backlog is null then backlog_at else :now end,
      paused_until = :paused, last_error = :error
    where account = :account and token = :token and expires_at > :now`)

  return {
    take({ account, holder, leaseMs }, nowMs) {
      const row = take.get({ account, holder, expires: Math.round(nowMs + leaseMs), now: nowMs })
      return row === undefined ? undefined : { account, holder, token: integer(row, 'token') }
    },
    release(lease, nowMs) {
      release.run(leaseParameters(lease, nowMs))
    },
    report(lease, { backlogCount, pausedUntilMs, lastError }, nowMs) {
      const paused = pausedUntilMs === undefined ? null : Math.round(pausedUntilMs)
      const values = { backlog: backlogCount ?? null, paused, error: lastError ?? null }
      return report.run({ ...leaseParameters(lease, nowMs), ...values }).changes === 1
    },
  }
}
