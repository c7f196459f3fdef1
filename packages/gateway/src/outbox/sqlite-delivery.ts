import type { DatabaseSync } from 'node:sqlite'
import type { BegunAttempt, LightRow, RecentConsent, StoredBody } from './event-row.ts'
import { STATUS } from './event-status.ts'
import type { Lease } from './outbox-store.ts'
import type { Settlement } from './settlement.ts'
import { LEASE_HOLDS, leaseParameters } from './sqlite-lease.ts'
import { LIGHT_COLUMNS, toLightRow, toRecentConsent, toStoredBody } from './sqlite-rows.ts'

/** The statements of a dispatcher over events. */
export interface SqliteDelivery {
  loadTakenUp(account: string, options: { afterSeq: number; limit: number }): readonly LightRow[]
  takeUp(lease: Lease, limit: number, nowMs: number): readonly LightRow[]
  readBodies(seqs: readonly number[]): readonly StoredBody[]
  startAttempts(lease: Lease, attempts: readonly BegunAttempt[], nowMs: number): boolean
  follow(lease: Lease, follow: { seqs: readonly number[]; job: string }, nowMs: number): boolean
  settle(lease: Lease, settlements: readonly Settlement[], nowMs: number): boolean
  recentConsent(account: string, options: { sinceMs: number; limit: number }): readonly RecentConsent[]
}

/** Each statement walks along one index; `+account` keeps SQLite from walking over all of an account instead. */
export const DELIVERY_SQL = {
  loadTakenUp: `select ${LIGHT_COLUMNS} from event where account = :account and status in (1, 2) and seq > :after order by seq limit :limit`,
  takeUp: `
    update event set status = ${STATUS.DELIVERING}
    where seq in (select seq from event where account = :account and status = 0 order by seq limit :limit)
      and status = 0 and ${LEASE_HOLDS}
    returning ${LIGHT_COLUMNS}`,
  readBodies: `select seq, body, warnings from event where seq in (select value from json_each(:seqs)) and status in (1, 2)`,
  startAttempts: `
    update event set status = ${STATUS.DELIVERING}, claims = begun.claims, job = null
    from (select value ->> 0 as seq, value ->> 1 as claims from json_each(:begun)) as begun
    where event.seq = begun.seq and event.status in (1, 2) and ${LEASE_HOLDS}`,
  follow: `
    update event set job = :job
    where seq in (select value from json_each(:seqs)) and status in (1, 2) and ${LEASE_HOLDS}`,
  settle: `
    update event set
      status = done.status,
      claims = 0,
      job = null,
      failures = failures + done.failed,
      due_at = done.due_at,
      settled_at = case when done.status = ${STATUS.RETRYING} then null else :now end,
      warnings = coalesce(done.warnings, event.warnings),
      error = done.error,
      body = case when done.status in (${STATUS.DELIVERED}, ${STATUS.FILTERED}) then null else body end
    from (
      select value ->> 0 as seq, value ->> 1 as status, value ->> 2 as failed,
        value ->> 3 as due_at, value ->> 4 as warnings, value ->> 5 as error
      from json_each(:done)
    ) as done
    where event.seq = done.seq and event.status in (1, 2) and ${LEASE_HOLDS}`,
  recentConsent: `
    select seq, keys, writes, settled_at from event
    where (status = 4 or status = 3 and writes <> 0) and settled_at >= :since
      and status = 3 and writes & 6 <> 0 and +account = :account
    order by settled_at desc limit :limit`,
  holds: `select ${LEASE_HOLDS} as holds`,
} as const

/** Prepares them. */
export function prepareDelivery(database: DatabaseSync): SqliteDelivery {
  const loadTakenUp = database.prepare(DELIVERY_SQL.loadTakenUp)
  const takeUp = database.prepare(DELIVERY_SQL.takeUp)
  const readBodies = database.prepare(DELIVERY_SQL.readBodies)
  const startAttempts = database.prepare(DELIVERY_SQL.startAttempts)
  const follow = database.prepare(DELIVERY_SQL.follow)
  const settle = database.prepare(DELIVERY_SQL.settle)
  const recentConsent = database.prepare(DELIVERY_SQL.recentConsent)
  const holds = database.prepare(DELIVERY_SQL.holds)
  const isHeld = (lease: Lease, nowMs: number) => holds.get(leaseParameters(lease, nowMs))?.['holds'] === 1

  return {
    loadTakenUp: (account, { afterSeq, limit }) => loadTakenUp.all({ account, after: afterSeq, limit }).map(toLightRow),
    takeUp: (lease, limit, nowMs) =>
      // An update returns its rows in no order that is promised.
      takeUp
        .all({ ...leaseParameters(lease, nowMs), limit })
        .map(toLightRow)
        .toSorted((a, b) => a.seq - b.seq),
    readBodies: (seqs) => readBodies.all({ seqs: JSON.stringify(seqs) }).map(toStoredBody),
    startAttempts(lease, attempts, nowMs) {
      const begun = JSON.stringify(attempts.map(({ seq, claims }) => [seq, claims]))
      const { changes } = startAttempts.run({ ...leaseParameters(lease, nowMs), begun })
      return Number(changes) === attempts.length
    },
    follow(lease, { seqs, job }, nowMs) {
      const parameters = { ...leaseParameters(lease, nowMs), seqs: JSON.stringify(seqs), job }
      return Number(follow.run(parameters).changes) > 0 || isHeld(lease, nowMs)
    },
    settle(lease, settlements, nowMs) {
      const done = JSON.stringify(settlements.map(toTuple))
      // A row that is settled already, by a former try whose answer was lost, is left as it is.
      return Number(settle.run({ ...leaseParameters(lease, nowMs), done }).changes) > 0 || isHeld(lease, nowMs)
    },
    recentConsent: (account, { sinceMs, limit }) =>
      recentConsent.all({ account, since: sinceMs, limit }).map(toRecentConsent).toReversed(),
  }
}

function toTuple({
  seq,
  status,
  isFailure,
  dueAtMs,
  warnings,
  error,
}: Settlement): readonly (number | string | null)[] {
  const dueAt = dueAtMs === undefined ? null : Math.round(dueAtMs)
  return [seq, status, isFailure ? 1 : 0, dueAt, warnings ?? null, error ?? null]
}
