import { newEvent, openOutbox, openPostgresStore, takeShop } from '@rudder-klaviyo/gateway/testing'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../support/processes/free-port.ts'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startPostgres, type PostgresServer } from '../support/processes/start-postgres.ts'
import { postgres } from '../support/requirements.ts'

const KEY = { account: 'shop', source: 'web' }

postgres.describe('an outbox in PostgreSQL that is opened', (program) => {
  const fixtures = sharedFixtures()
  let server: PostgresServer
  const warnings: string[] = []
  const open = async (databaseUrl: string) => {
    const store = await openPostgresStore({ databaseUrl, warn: (message) => warnings.push(message) })
    onTestFinished(() => store.close())
    return store
  }
  beforeAll(async () => {
    server = await fixtures.use(startPostgres(program))
  })

  it('makes its tables once, however many processes start at the same time, and keeps what is in them', async () => {
    const url = await server.createDatabase()
    const [first, second] = await Promise.all([open(url), open(url), open(url)])
    await first?.insert([newEvent({ messageId: 'm1' })])
    expect(await second?.find({ ...KEY, messageId: 'm1' })).toMatchObject({ messageId: 'm1' })
    const third = await open(url)
    expect(await third.insert([newEvent({ messageId: 'm1' })])).toMatchObject([{ isDuplicate: true }])
    expect(warnings).toEqual([])
  })

  it('keeps characters that PostgreSQL cannot keep out of the way of the others', async () => {
    const store = await open(await server.createDatabase())
    const odd = newEvent({ messageId: 'a\0\uD800', name: '\0', keys: ['x:\0'], digest: 'd' })
    expect(await store.insert([odd, newEvent({ messageId: 'm2' })])).toMatchObject([
      { isDuplicate: false, row: { messageId: odd.messageId } },
      { isDuplicate: false },
    ])
    expect(await store.insert([odd])).toMatchObject([{ isDuplicate: true, row: { messageId: odd.messageId } }])
    expect(await store.find(odd)).toMatchObject({ messageId: odd.messageId, digest: odd.digest })
  })

  it('is refused on a newer layout, and writes nothing any more once the layout becomes newer', async () => {
    const url = await server.createDatabase()
    const store = await open(url)
    await server.ask('update outbox_layout set version = 99', { url })
    const said = /has layout 99.*up to 1: it writes nothing\. Start the newer gateway/
    await expect(open(url)).rejects.toThrow(said)
    await expect(store.insert([newEvent({ messageId: 'm1' })])).rejects.toThrow(said)
    await expect(takeShop(store, 'a')).rejects.toThrow(said)
    expect(await server.ask('select * from event', { url })).toEqual([])
    expect(await server.ask('select * from lease', { url })).toEqual([])
  })

  it('says which database could not be opened and why, without the password', async () => {
    const port = await freePort()
    const secret = `postgresql://ann:s3cret@127.0.0.1:${port}/shop`
    const failure = await open(secret).catch((error: unknown) => error)
    expect(String(failure)).toContain(`DATABASE_URL: database "shop" on 127.0.0.1, port ${port}`)
    expect(String(failure)).toContain('ECONNREFUSED')
    expect(String(failure)).not.toContain('s3cret')
  })

  describe('looks whether a commit outlives a power cut', () => {
    const openWith = async (setting: string): Promise<unknown> => {
      const url = await server.createDatabase()
      await server.ask(`alter system set ${setting}`)
      await server.ask('select pg_reload_conf()')
      onTestFinished(async () => {
        await server.ask('alter system reset all')
        await server.ask('select pg_reload_conf()')
      })
      const name = setting.split(' ')[0]
      // The server tells its processes in its own time.
      await expect.poll(() => server.ask(`show ${name}`)).not.toEqual([{ [name ?? '']: 'on' }])
      return openOutbox({ databaseUrl: url, dataDir: '', warn: (message) => warnings.push(message) }).then(
        (outbox) => outbox.close(),
        (error: unknown) => error,
      )
    }

    it.each(['fsync', 'synchronous_commit'])('and refuses a server with %s off', async (name) => {
      expect(String(await openWith(`${name} = off`))).toMatch(
        new RegExp(`${name} = off: an event that was answered as accepted could be lost\\. Set it to "on"`),
      )
    })

    it('and warns of what leaves a smaller gap', async () => {
      await openWith('full_page_writes = off')
      expect(warnings).toEqual([expect.stringContaining('full_page_writes = off')])
    })
  })
})
