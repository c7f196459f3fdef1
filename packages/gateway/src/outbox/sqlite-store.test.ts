import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { describeOutboxStore } from './outbox-store.conformance.ts'
import { describeOutboxUpkeep } from './outbox-upkeep.conformance.ts'
import { DELIVERY_SQL } from './sqlite-delivery.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { newEvent } from './testing/new-event.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const open = async (folder: string, now: () => number = Date.now) => {
  const store = await openSqliteStore({ folder, now })
  onTestFinished(() => store.close().catch(() => undefined))
  return store
}

const openEmpty = async () => {
  let nowMs = Date.UTC(2024, 5, 15)
  const store = await open(await temporaryFolder(), () => nowMs)
  return { store, now: () => nowMs, advance: (ms: number) => void (nowMs += ms) }
}
describeOutboxStore('SQLite as an outbox store', openEmpty)
describeOutboxUpkeep('the upkeep of SQLite as an outbox store', openEmpty)

describe('the file', () => {
  it('makes its folder for its owner only, and keeps what was inserted over a close', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'data')
    const first = await open(folder)
    await first.insert([newEvent({ messageId: 'm1' })])
    await first.close()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    const second = await open(folder)
    expect(await second.find(newEvent({ messageId: 'm1' }))).toMatchObject({ messageId: 'm1' })
  })

  it('refuses the layout of a newer version, and says what to do', async () => {
    const folder = await temporaryFolder()
    await (await open(folder)).close()
    const database = new DatabaseSync(join(folder, 'outbox.db'))
    database.exec('pragma user_version = 99')
    database.close()
    await expect(open(folder)).rejects.toThrow(/has layout 99.*up to 1\. Start the newer gateway/)
  })

  it('mends what a first start left that was killed half-way', async () => {
    const folder = await temporaryFolder()
    for (const name of ['lock.db', 'outbox.db', 'lock.json', 'lock.json.new']) await writeFile(join(folder, name), '')
    const store = await open(folder)
    expect(await store.insert([newEvent({ messageId: 'm1' })])).toHaveLength(1)
  })

  it('gives the lease at once after a restart: whoever held it is gone', async () => {
    const folder = await temporaryFolder()
    const lease = { account: 'shop', leaseMs: 60_000 }
    const first = await open(folder)
    await first.takeLease({ ...lease, holder: 'a' })
    await first.close()
    expect(await (await open(folder)).takeLease({ ...lease, holder: 'b' })).toMatchObject({ token: 2 })
  })

  it('rejects every call once it is closed', async () => {
    const store = await open(await temporaryFolder())
    await store.ping()
    await store.close()
    await expect(store.ping()).rejects.toThrow('closed')
  })

  it.each([
    ['loadTakenUp', 'event_taken_up'],
    ['takeUp', 'event_new'],
    ['recentConsent', 'event_kept'],
    ['readBodies', 'INTEGER PRIMARY KEY'],
    ['startAttempts', 'INTEGER PRIMARY KEY'],
    ['follow', 'INTEGER PRIMARY KEY'],
    ['settle', 'INTEGER PRIMARY KEY'],
  ] as const)('walks along an index for %s', async (statement, index) => {
    const folder = await temporaryFolder()
    await (await open(folder)).close()
    const database = new DatabaseSync(join(folder, 'outbox.db'))
    onTestFinished(() => database.close())
    const lists = { seqs: '[1]', begun: '[[1, 1]]', done: '[[1, 3, 0, null, null, null]]' }
    const parameters = { account: 'a', after: 0, limit: 1, token: 1, now: 1, since: 1, job: 'j', ...lists }
    const names = new Set(DELIVERY_SQL[statement].match(/:\w+/g)?.map((name) => name.slice(1)))
    const given = Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)))
    const plan = database
      .prepare(`explain query plan ${DELIVERY_SQL[statement]}`)
      .all(given)
      .map((row) => String(row['detail']))
    expect(plan.join('\n')).toContain(index)
    expect(plan.join('\n')).not.toMatch(/SCAN event|SCAN lease/)
  })
})
