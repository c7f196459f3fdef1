import { chmod, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readConfig } from './config.ts'
import { createGateway } from './create-gateway.ts'
import { createLogger } from './logger.ts'
import { temporaryFolder } from './outbox/testing/temporary-folder.ts'

/** A gateway with both keys that delivers nowhere. */
async function open(folder: string) {
  const config = readConfig({ DATA_DIR: folder, SERVER_KEY: 'secret' })
  const lines: string[] = []
  const gateway = await createGateway({
    config,
    account: {
      name: 'sandbox',
      settings: config.settings,
      call: async () => ({ status: 202, body: undefined, headers: new Headers() }),
    },
    logger: createLogger({ write: (line) => lines.push(line) }),
  })
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => (closed ??= gateway.drain().then(() => gateway.close()))
  onTestFinished(close)
  const mutate = async (key: string, field: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
    const query = `mutation { ${field} { __typename ... on EventAccepted { duplicate event { source } } } }`
    const request = new Request('http://gateway/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) })
    return (await gateway.fetch(request)).json()
  }
  return { close, lines, mutate }
}

it('a messageId that somebody sends with the public key takes nothing from the server', async () => {
  const { mutate } = await open(await temporaryFolder())
  expect(await mutate('dev', 'track(input: { messageId: "guess", event: "E", userId: "u" })')).toMatchObject({
    data: { track: { duplicate: false, event: { source: 'default' } } },
  })
  const unsubscribe =
    'group(input: { messageId: "guess", groupId: "L", subscribe: false, traits: { email: "a@example.com" } })'
  expect(await mutate('secret', unsubscribe)).toMatchObject({
    data: { group: { duplicate: false, event: { source: 'server' } } },
  })
})

it('what the outbox keeps is for its owner alone, in a folder that was there before too', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder)
  await first.close()
  await chmod(folder, 0o755)
  await Promise.all((await readdir(folder)).map((name) => chmod(join(folder, name), 0o644)))
  const { lines, mutate } = await open(folder)
  await mutate('dev', 'track(input: { event: "E", userId: "u" })')
  const names = await readdir(folder)
  expect(names).toEqual(expect.arrayContaining(['lock.db', 'lock.json', 'outbox.db', 'outbox.db-shm', 'outbox.db-wal']))
  const modes = [folder, ...names.map((name) => join(folder, name))].map(
    async (path) => (await stat(path)).mode & 0o077,
  )
  expect(await Promise.all(modes)).toEqual(Array(names.length + 1).fill(0))
  expect(lines.filter((line) => line.includes('DATA_DIR'))).toEqual([])
})
