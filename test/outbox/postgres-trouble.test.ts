import { newEvent, openOutbox, openPostgresStore, STATUS, takeShop, type Outbox } from '@rudder-klaviyo/gateway/testing'
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startPostgres, type PostgresServer } from '../support/processes/start-postgres.ts'
import { postgres } from '../support/requirements.ts'
import { openCuttingProxy } from './cutting-proxy.ts'

const ids = (...messageIds: string[]) => messageIds.map((messageId) => newEvent({ messageId }))
const lease = { account: 'shop', holder: 'a', leaseMs: 60_000 }

postgres.describe('a PostgreSQL in trouble', (program) => {
  const fixtures = sharedFixtures()
  let server: PostgresServer
  beforeAll(async () => {
    server = await fixtures.use(startPostgres(program))
  })

  const open = async (databaseUrl: string) => {
    const store = await openPostgresStore({ databaseUrl, warn: () => {} })
    onTestFinished(() => store.close())
    return store
  }
  const openThroughProxy = async () => {
    const proxy = await openCuttingProxy(await server.createDatabase())
    onTestFinished(() => proxy[Symbol.asyncDispose]())
    return { proxy, store: await open(proxy.url) }
  }

  it('that kept a group whose answer was lost: accepted, no duplicates, each once', async () => {
    const { proxy, store } = await openThroughProxy()
    await store.insert([newEvent({ messageId: 'known', digest: 'another' })])
    proxy.cutAnswerOf('m2')
    const results = await store.insert([...ids('m1', 'm2', 'm1'), newEvent({ messageId: 'known' })])
    expect(proxy.cutCount).toBe(1)
    expect(results.map(({ isDuplicate }) => isDuplicate)).toEqual([false, false, true, true])
    expect(await store.insert(ids('m2'))).toMatchObject([{ isDuplicate: true }])
    expect(await store.countBacklog('shop')).toBe(3)
  })

  it('that took up events whose answer was lost: the next step of the same holder has them, in order', async () => {
    const { proxy, store } = await openThroughProxy()
    await store.insert(ids('m1', 'm2', 'm3'))
    const held = await store.takeLease(lease)
    if (held === undefined) throw new Error('a new account has no other holder')
    proxy.cutAnswerOf('takeUp')
    await expect(store.takeUp(held, 2)).rejects.toThrow(/./)
    expect(proxy.cutCount).toBe(1)
    const taken = [...(await store.takeUp(held, 2)), ...(await store.takeUp(held, 2))]
    expect(taken.map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(await store.takeUp(held, 2)).toEqual([])
  })

  it('that settled a batch whose answer was lost: the same again is no lost lease and counts once', async () => {
    const { proxy, store } = await openThroughProxy()
    await store.insert(ids('m1'))
    const held = await store.takeLease(lease)
    if (held === undefined) throw new Error('a new account has no other holder')
    const seqs = (await store.takeUp(held, 1)).map(({ seq }) => seq)
    const settlements = seqs.map((seq) => ({ seq, status: STATUS.DEAD, isFailure: true }))
    proxy.cutAnswerOf('settle')
    await expect(store.settle(held, settlements)).rejects.toThrow(/./)
    expect(await store.settle(held, settlements)).toBe(true)
    expect(await store.find(newEvent({ messageId: 'm1' }))).toMatchObject({ status: STATUS.DEAD, failures: 1 })
  })

  it('whose standby is missing: a commit that did not wait for it failed, and is answered again only once it is safe', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    const reload = async (names: string) => {
      await server.ask(`alter system set synchronous_standby_names = '${names}'`)
      await server.ask('select pg_reload_conf()')
      await expect
        .poll(() => server.ask('show synchronous_standby_names'))
        .toEqual([{ synchronous_standby_names: names }])
    }
    const untilWaiting = () =>
      vi.waitUntil(
        async () =>
          (await server.ask(`select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`))
            .length > 0,
        { timeout: 5_000, interval: 20 },
      )
    // So that this connection knows of the setting at once.
    await store.ping()
    await reload('nobody')
    onTestFinished(() => reload(''))
    const failed = store.insert(ids('m1')).catch((error: unknown) => error)
    await untilWaiting()
    expect(String(await failed)).toContain('gave up waiting for its synchronous standby')
    // It is there, and a failover would lose it: asked again, it is not said to be accepted either.
    expect(await store.find(newEvent({ messageId: 'm1' }))).toBeDefined()
    const again = store.insert(ids('m1')).catch((error: unknown) => error)
    await untilWaiting()
    expect(String(await again)).toContain('gave up waiting for its synchronous standby')
    await reload('')
    expect(await store.insert(ids('m1'))).toMatchObject([{ isDuplicate: true }])
  })

  it('whose connections are cut and that crashes: whatever was acknowledged is there, once, and it goes on by itself', async () => {
    const url = await server.createDatabase()
    const outbox = await openOutbox({ databaseUrl: url, dataDir: '' })
    onTestFinished(() => outbox.close())
    const calls: Calls = { acknowledged: [], refusals: [], isOver: false }
    const callers = Array.from({ length: 8 }, (_, caller) => callUntilOver(outbox, caller, calls))
    const untilMore = async (count: number): Promise<void> => {
      const before = calls.acknowledged.length
      await vi.waitUntil(() => calls.acknowledged.length > before + count, { timeout: 15_000, interval: 5 })
    }
    const cut = async () => expect(await server.cutConnections()).toBeGreaterThan(0)
    for (const trouble of [cut, cut, () => server.crashAndStart(), cut]) {
      await untilMore(100)
      await trouble()
    }
    await untilMore(50)
    calls.isOver = true
    await Promise.all(callers)
    expect(calls.refusals.filter((error) => !(error instanceof Error && error.name === 'OutboxError'))).toEqual([])
    const rows = await server.ask('select message_id from event', { url })
    const kept = new Set(rows.map((row) => String(row['message_id'])))
    expect(calls.acknowledged.filter((messageId) => !kept.has(messageId))).toEqual([])
    expect(rows.length).toBe(kept.size)
  }, 60_000)

  it('gives the lease of a dead holder to the next within its time', async () => {
    const url = await server.createDatabase()
    const [first, second] = [await open(url), await open(url)]
    expect(await takeShop(first, 'a')).toMatchObject({ token: 1 })
    expect(await takeShop(second, 'b')).toBeUndefined()
    await first.takeLease({ account: 'shop', holder: 'a', leaseMs: 300 })
    await expect.poll(() => takeShop(second, 'b'), { timeout: 3_000, interval: 20 }).toMatchObject({ token: 2 })
    expect(await takeShop(first, 'a')).toBeUndefined()
  })
})

interface Calls {
  readonly acknowledged: string[]
  /** Why an event was not. */
  readonly refusals: unknown[]
  isOver: boolean
}

/** Hands in one event after the other; one that was not acknowledged is handed in again, as a client does. */
async function callUntilOver(outbox: Outbox, caller: number, calls: Calls): Promise<void> {
  let count = 0
  while (!calls.isOver) {
    const messageId = `${caller}-${count}`
    try {
      await outbox.enqueue([newEvent({ messageId })])
      calls.acknowledged.push(messageId)
      count += 1
    } catch (error) {
      calls.refusals.push(error)
    }
  }
}
