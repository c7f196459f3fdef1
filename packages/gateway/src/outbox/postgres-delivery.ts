import type { BegunAttempt, LightRow, RecentConsent, StoredBody } from './event-row.ts'
import { STATUS } from './event-status.ts'
import type { Expiry, Lease } from './outbox-store.ts'
import { CONSENT_COLUMNS, LIGHT_COLUMNS, toTime } from './postgres-columns.ts'
import { LEASE_HOLDS, type PostgresLease } from './postgres-lease.ts'
import type { PostgresPool } from './postgres-pool.ts'
import type { Settlement } from './settlement.ts'
import { integer, toLightRow, toRecentConsent, toStoredBody } from './sqlite-rows.ts'

/** All of an account behind a `seq`, so that only the indexes of accounts give the order, whatever the statistics say. */
const behind = (seq: string): string => `(account, seq) > ($1, ${seq}) and account <= $1`
/** By `seq` among those taken up. The sum keeps the planner from reading all that are taken up instead. */
const TAKEN_UP = 'event.status + 0 in (1, 2)'

/** Each statement walks along one index. */
export const DELIVERY_SQL = {
  loadTakenUp: `
    select ${LIGHT_COLUMNS} from event where ${behind('$2')} and status in (1, 2) order by account, event.seq limit $3`,
  oldestNew: `
    select seq::float8 as seq from event where ${behind('0')} and status = 0 order by account, event.seq limit $2`,
  takeUp: `
    update event set status = ${STATUS.DELIVERING}
    where seq = any($3::bigint[]) and status + 0 = 0 and ${LEASE_HOLDS}
    returning ${LIGHT_COLUMNS}`,
  takenUpOf: `select ${LIGHT_COLUMNS} from event where seq = any($1::bigint[]) and ${TAKEN_UP}`,
  readBodies: `select seq::float8 as seq, body, warnings from event where seq = any($1::bigint[]) and ${TAKEN_UP}`,
  startAttempts: `
    update event set status = ${STATUS.DELIVERING}, claims = begun.claims, job = null
    from unnest($3::bigint[], $4::integer[]) as begun (seq, claims)
    where event.seq = begun.seq and ${TAKEN_UP} and ${LEASE_HOLDS}
    returning 1 as done`,
  follow: `
    update event set job = $4 where seq = any($3::bigint[]) and ${TAKEN_UP} and ${LEASE_HOLDS} returning 1 as done`,
  settle: `
    update event set
      status = done.status,
      claims = 0,
      job = null,
      failures = failures + done.failed,
      due_at = ${toTime('done.due_at')},
      settled_at = case when done.status = ${STATUS.RETRYING} then null else now() end,
      warnings = coalesce(done.warnings, event.warnings),
      error = done.error,
      body = case when done.status in (${STATUS.DELIVERED}, ${STATUS.FILTERED}) then null else body end
    from unnest($3::bigint[], $4::smallint[], $5::smallint[], $6::float8[], $7::text[], $8::text[])
      as done (seq, status, failed, due_at, warnings, error)
    where event.seq = done.seq and ${TAKEN_UP} and ${LEASE_HOLDS}
    returning 1 as done`,
  recentConsent: `
    select ${CONSENT_COLUMNS} from event
    where (status = 4 or status = 3 and writes <> 0) and event.settled_at >= ${toTime('$2')}
      and status = 3 and writes & 6 <> 0 and account || '' = $1
    order by event.settled_at desc limit $3`,
  removeSettled: `
    delete from event where seq = any(array(
      select seq from event where status in (3, 5) and writes = 0 and settled_at < ${toTime('$1')} order by settled_at limit $2
    )) returning 1 as done`,
  removeKept: `
    delete from event where seq = any(array(
      select seq from event
      where (status = 4 or status = 3 and writes <> 0) and settled_at < ${toTime('$1')} order by settled_at limit $2
    )) returning 1 as done`,
  countBacklog: `
    select ((select count(*) from event where account = $1 and status = 0)
      + (select count(*) from event where account = $1 and status in (1, 2)))::float8 as waiting`,
} as const

/** The statements of a dispatcher over events. */
export interface PostgresDelivery {
  loadTakenUp(account: string, options: { afterSeq: number; limit: number }): Promise<readonly LightRow[]>
  takeUp(lease: Lease, limit: number): Promise<readonly LightRow[]>
  readBodies(seqs: readonly number[]): Promise<readonly StoredBody[]>
  startAttempts(lease: Lease, attempts: readonly BegunAttempt[]): Promise<boolean>
  follow(lease: Lease, seqs: readonly number[], job: string): Promise<boolean>
  settle(lease: Lease, settlements: readonly Settlement[]): Promise<boolean>
  recentConsent(account: string, options: { sinceMs: number; limit: number }): Promise<readonly RecentConsent[]>
  removeExpired(expiry: Expiry): Promise<number>
  countBacklog(account: string): Promise<number>
}

/** `quick`: for what has to end before a lease does; `patient`: for what reads or deletes many rows. */
export function createPostgresDelivery(
  { quick, patient }: { readonly quick: PostgresPool; readonly patient: PostgresPool },
  leases: PostgresLease,
): PostgresDelivery {
  type Values = Parameters<PostgresPool['query']>[1]
  const run = (pool: PostgresPool, name: keyof typeof DELIVERY_SQL, values: Values) =>
    pool.query({ name, text: DELIVERY_SQL[name] }, values)
  /** By account: what was asked for and did not come back, since the answer was lost perhaps. */
  const unanswered = new Map<string, { readonly token: number; readonly seqs: Set<number> }>()

  const unansweredOf = ({ account, token }: Lease): Set<number> => {
    const known = unanswered.get(account)
    if (known?.token === token) return known.seqs
    const seqs = new Set<number>()
    // A new holder loads whatever was taken up before.
    unanswered.set(account, { token, seqs })
    return seqs
  }

  return {
    loadTakenUp: async (account, { afterSeq, limit }) =>
      (await run(patient, 'loadTakenUp', [account, afterSeq, limit])).map(toLightRow),
    async takeUp(lease, limit) {
      const { account, token } = lease
      const open = unansweredOf(lease)
      const answered = (rows: readonly LightRow[]): readonly LightRow[] => {
        for (const { seq } of rows) open.delete(seq)
        // An update returns its rows in no order that is promised.
        return rows.toSorted((a, b) => a.seq - b.seq)
      }
      if (open.size > 0) {
        const late = (await run(quick, 'takenUpOf', [[...open]])).map(toLightRow)
        if (late.length > 0) return answered(late)
      }
      const seqs = (await run(quick, 'oldestNew', [account, limit])).map((row) => integer(row, 'seq'))
      if (seqs.length === 0) return []
      // Nobody else takes these up, so what is taken up later and was not answered is ours.
      for (const seq of seqs) open.add(seq)
      return answered((await run(quick, 'takeUp', [account, token, seqs])).map(toLightRow))
    },
    readBodies: async (seqs) => (await run(quick, 'readBodies', [seqs])).map(toStoredBody),
    async startAttempts({ account, token }, attempts) {
      const seqs = attempts.map(({ seq }) => seq)
      const claims = attempts.map((attempt) => attempt.claims)
      return (await run(quick, 'startAttempts', [account, token, seqs, claims])).length === attempts.length
    },
    async follow(lease, seqs, job) {
      const rows = await run(quick, 'follow', [lease.account, lease.token, seqs, job])
      return rows.length > 0 || leases.holds(lease)
    },
    async settle(lease, settlements) {
      const rows = await run(quick, 'settle', [lease.account, lease.token, ...toColumns(settlements)])
      // A row that is settled already, by a former try whose answer was lost, is left as it is.
      return rows.length > 0 || leases.holds(lease)
    },
    recentConsent: async (account, { sinceMs, limit }) =>
      (await run(patient, 'recentConsent', [account, sinceMs, limit])).map(toRecentConsent).toReversed(),
    async removeExpired({ settledBeforeMs, deadBeforeMs, limit }) {
      const settled = await run(patient, 'removeSettled', [settledBeforeMs, limit])
      const kept = await run(patient, 'removeKept', [deadBeforeMs, limit])
      return settled.length + kept.length
    },
    async countBacklog(account) {
      const [row] = await run(patient, 'countBacklog', [account])
      return integer(row, 'waiting')
    },
  }
}

function toColumns(settlements: readonly Settlement[]) {
  return [
    settlements.map(({ seq }) => seq),
    settlements.map(({ status }) => status),
    settlements.map(({ isFailure }) => (isFailure ? 1 : 0)),
    settlements.map(({ dueAtMs }) => (dueAtMs === undefined ? null : Math.round(dueAtMs))),
    settlements.map(({ warnings }) => warnings ?? null),
    settlements.map(({ error }) => error ?? null),
  ]
}
