import { prepareDelivery } from './sqlite-delivery.ts'
import { prepareInsert } from './sqlite-insert.ts'
import { prepareLease } from './sqlite-lease.ts'
import { openDatabase } from './sqlite-open.ts'
import { integer } from './sqlite-rows.ts'
import type { SyncStore } from './sync-store.ts'

/**
 * The outbox in one SQLite file, in the thread that calls. Blocks: a commit waits for the disk.
 * @throws {Error} when another process has the folder, or a newer version wrote the file
 */
export function openSqliteSyncStore(folder: string, now: () => number): SyncStore {
  const { database, close } = openDatabase(folder)
  const events = prepareInsert(database)
  const leases = prepareLease(database)
  const delivery = prepareDelivery(database)
  const expired = database.prepare(
    'delete from event where seq in (select seq from event where status in (3, 5) and writes = 0 and settled_at < :before limit :limit)',
  )
  const expiredDead = database.prepare(
    'delete from event where seq in (select seq from event where (status = 4 or status = 3 and writes <> 0) and settled_at < :before limit :limit)',
  )
  // Three walks along partial indexes; a count over all rows would read the settled ones too.
  const backlog = database.prepare(`
    select (select count(*) from event where account = :account and status = 0)
      + (select count(*) from event where account = :account and status in (1, 2)) as waiting`)
  const ping = database.prepare('select 1')
  const clock = () => Math.round(now())

  const inTransaction = <T>(work: () => T): T => {
    database.exec('begin immediate')
    try {
      const result = work()
      database.exec('commit')
      return result
    } catch (error) {
      // SQLite ends the transaction itself after some failures, a full disk among them.
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }

  return {
    insert: (rows) => inTransaction(() => rows.map((row) => events.insert(row, clock()))),
    find: (key) => events.find(key),
    takeLease: (options) => leases.take(options, clock()),
    releaseLease: (lease) => leases.release(lease, clock()),
    report: (lease, report) => leases.report(lease, report, clock()),
    loadTakenUp: (account, options) => delivery.loadTakenUp(account, options),
    takeUp: (lease, limit) => delivery.takeUp(lease, limit, clock()),
    readBodies: (seqs) => delivery.readBodies(seqs),
    startAttempts: (lease, attempts) => inTransaction(() => delivery.startAttempts(lease, attempts, clock())),
    follow: (lease, seqs, job) => inTransaction(() => delivery.follow(lease, { seqs, job }, clock())),
    settle: (lease, settlements) => inTransaction(() => delivery.settle(lease, settlements, clock())),
    recentConsent: (account, options) => delivery.recentConsent(account, options),
    removeExpired: ({ settledBeforeMs, deadBeforeMs, limit }) =>
      Number(expired.run({ before: settledBeforeMs, limit }).changes) +
      Number(expiredDead.run({ before: deadBeforeMs, limit }).changes),
    countBacklog: (account) => integer(backlog.get({ account }), 'waiting'),
    ping: () => void ping.get(),
    close,
  }
}
