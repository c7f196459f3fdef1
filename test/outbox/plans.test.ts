import { DELIVERY_SQL, INSERT_SQL, LEASE_SQL, openPostgresStore } from '@rudder-klaviyo/gateway/testing'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startPostgres } from '../support/processes/start-postgres.ts'
import { postgres } from '../support/requirements.ts'

const list = (item: (index: number) => string) =>
  `'{${Array.from({ length: 1_000 }, (_, index) => item(index)).join(',')}}'`
const SEQS = list(String)
const NUMBERS = list(() => '1')
const TEXTS = list((index) => `m${index}`)

/** Each statement with the index that it walks along, and what it is asked with. */
const STATEMENTS: readonly [name: string, sql: string, values: readonly string[], index: string][] = [
  ['loadTakenUp', DELIVERY_SQL.loadTakenUp, [`'shop'`, '5', '1000'], 'event_taken_up'],
  ['oldestNew', DELIVERY_SQL.oldestNew, [`'shop'`, '1000'], 'event_new'],
  ['takeUp', DELIVERY_SQL.takeUp, [`'shop'`, '1', SEQS], 'event_pkey'],
  ['takenUpOf', DELIVERY_SQL.takenUpOf, [SEQS], 'event_pkey'],
  ['readBodies', DELIVERY_SQL.readBodies, [SEQS], 'event_pkey'],
  ['startAttempts', DELIVERY_SQL.startAttempts, [`'shop'`, '1', SEQS, NUMBERS], 'event_pkey'],
  ['follow', DELIVERY_SQL.follow, [`'shop'`, '1', SEQS, `'job'`], 'event_pkey'],
  ['settle', DELIVERY_SQL.settle, [`'shop'`, '1', SEQS, NUMBERS, NUMBERS, NUMBERS, TEXTS, TEXTS], 'event_pkey'],
  ['recentConsent', DELIVERY_SQL.recentConsent, [`'shop'`, '0', '1000'], 'event_kept'],
  ['removeSettled', DELIVERY_SQL.removeSettled, ['0', '5000'], 'event_settled'],
  ['removeKept', DELIVERY_SQL.removeKept, ['0', '5000'], 'event_kept'],
  ['find', INSERT_SQL.find, [`'shop'`, `'web'`, `'m1'`], 'event_account_source_message_id_key'],
  ['findAll', INSERT_SQL.findAll, [TEXTS, TEXTS, TEXTS], 'event_account_source_message_id_key'],
  ['lease', LEASE_SQL.holds, [`'shop'`, '1'], 'lease_pkey'],
]

postgres.describe('the plan of each statement over 100,000 events', (program) => {
  const fixtures = sharedFixtures()
  let client: Client
  beforeAll(async () => {
    // Statistics are as old as this test wants them.
    const server = await fixtures.use(startPostgres(program, { autovacuum: 'off' }))
    const store = await openPostgresStore({ databaseUrl: server.url(), warn: () => {} })
    await store.close()
    client = new Client({ connectionString: server.url() })
    await client.connect()
    await client.query(`
      insert into event (account, source, message_id, keys, type, ops, writes, profile, digest, body)
      select 'shop', 'web', 'm' || n, '["x:u"]', 1, 2, (n % 10 = 0)::int * 3, 'x:u' || n % 100, md5(n::text), repeat('x', 500)
      from generate_series(1, 100000) n`)
    await client.query(`insert into lease select 'shop' || n, 'me', 1, now() from generate_series(1, 1000) n`)
    // A prepared statement is planned once for all values after some uses.
    await client.query('set plan_cache_mode = force_generic_plan')
    for (const [name, sql] of STATEMENTS) await client.query(`prepare "${name}" as ${sql}`)
  })
  afterAll(() => client.end())

  const expectPlans = async (): Promise<void> => {
    const astray: string[] = []
    for (const [name, , values, index] of STATEMENTS) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute "${name}" (${values.join(', ')})`)
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      if (!new RegExp(`(using|on) ${index}\\b`).test(plan) || plan.includes('Seq Scan on event'))
        astray.push(`${name}:\n${plan}`)
    }
    expect(astray).toEqual([])
  }

  it('walks along its index when all of them wait and nothing is known of the table', async () => {
    await expectPlans()
  })
  it('does so when all that is known is that all wait', async () => {
    await client.query('analyze')
    await expectPlans()
  })
  it('does so when nearly all were delivered since, and the statistics say otherwise', async () => {
    await client.query(`update event set status = 3, settled_at = now(), body = null where seq > 1000`)
    await expectPlans()
  })
  it('does so when the statistics have come up with that', async () => {
    await client.query('analyze')
    await expectPlans()
  })
})
