import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CLI, runCli } from '../support/processes/cli.ts'
import { idleConnection, isOpen } from '../support/processes/connection.ts'
import type { Row } from '../support/processes/read-back.ts'
import { startGateway, type GatewayProcess } from '../support/processes/start-gateway.ts'
import { startProcess } from '../support/processes/start-process.ts'
import { startSandbox } from '../support/processes/start-sandbox.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'

/** Longest time of a stop, by the promise of `serve`. */
const STOP_MS = 10_000
const WAIT = { timeout: 15_000, interval: 50 }

const MUTATIONS = `mutation {
  identify(input: { messageId: "m-1", userId: "u-1", traits: { email: "alex@example.com", phone: "+12345578900", custom: { plan: "gold" } } }) { __typename }
  track(input: { messageId: "m-2", userId: "u-1", event: "Order Completed", revenue: 30, currency: "USD" }) { __typename }
  screen(input: { messageId: "m-3", userId: "u-1", name: "Cart" }) { __typename }
  group(input: { messageId: "m-4", groupId: "XUepkK", subscribe: true, consent: [EMAIL, SMS], traits: { email: "alex@example.com", phone: "+12345578900" } }) { __typename }
  batch(events: [
    { track: { messageId: "m-5", userId: "u-1", event: "Product Viewed" } }
    { track: { messageId: "m-6", userId: "u-1", event: "" } }
  ]) { __typename }
}`

const ACCEPTED = { __typename: 'EventAccepted' }
const ANSWERS = {
  identify: ACCEPTED,
  track: ACCEPTED,
  screen: ACCEPTED,
  group: ACCEPTED,
  batch: [ACCEPTED, { __typename: 'EventInvalid' }],
}

/** Waits until everything that `MUTATIONS` accepts is in the sandbox. */
async function untilArrived(read: GatewayProcess['read']): Promise<void> {
  await vi.waitFor(async () => {
    expect(await read('profiles')).toMatchObject([
      { email: 'alex@example.com', phone_number: '+12345578900', external_id: 'u-1', properties: { plan: 'gold' } },
    ])
    expect((await read('events')).toSorted(byUniqueId)).toMatchObject([
      { unique_id: 'm-2', metric: 'Order Completed', value: 30, profile: { external_id: 'u-1' } },
      { unique_id: 'm-3', profile: { external_id: 'u-1' } },
      { unique_id: 'm-5', metric: 'Product Viewed' },
    ])
    expect(await read('lists/XUepkK')).toMatchObject([
      { email: 'alex@example.com', consent: { email: 'SUBSCRIBED', sms: 'SUBSCRIBED' } },
    ])
  }, WAIT)
}

const byUniqueId = (one: Row, other: Row): number => String(one['unique_id']).localeCompare(String(other['unique_id']))

const stillOpen = ({ url, sandboxUrl }: GatewayProcess): Promise<boolean[]> =>
  Promise.all([isOpen(url), isOpen(sandboxUrl)])

describe('rudder-klaviyo serve without any setting but free ports', () => {
  it('says where everything is, takes every mutation, and brings it to the sandbox', async () => {
    await using folder = await temporaryFolder()
    await using gateway = await startGateway({ dataDir: folder.path })
    const lines = gateway.process.printed.stdout.trimEnd().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^Gateway +http:\/\/127\.0\.0\.1:\d+\/graphql /),
      expect.stringMatching(/^Sandbox +http:\/\/127\.0\.0\.1:\d+\/sandbox /),
      expect.stringContaining('No Klaviyo account is used'),
    ])
    expect(await gateway.send(MUTATIONS)).toEqual({ status: 200, data: ANSWERS, errors: [] })
    await untilArrived(gateway.read)
    const statuses = await gateway.send(
      '{ a: event(messageId: "m-1") { status } b: event(messageId: "m-6") { status } }',
    )
    expect(statuses.data).toEqual({ a: { status: 'DELIVERED' }, b: null })
    expect(gateway.process.printed.stderr).not.toContain('alex@example.com')
  })

  it('keeps the sandbox, which has no access control, on 127.0.0.1 whatever HOST is', async () => {
    await using folder = await temporaryFolder()
    await using gateway = await startGateway({ dataDir: folder.path, env: { HOST: 'localhost' } })
    expect(new URL(gateway.url).hostname).toBe('localhost')
    expect(new URL(gateway.sandboxUrl).hostname).toBe('127.0.0.1')
    expect(await isOpen(gateway.sandboxUrl)).toBe(true)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends it with 0, in time, also with an idle connection open to each server',
    async (signal) => {
      await using folder = await temporaryFolder()
      await using gateway = await startGateway({ dataDir: folder.path })
      using _one = await idleConnection(gateway.url)
      using _other = await idleConnection(gateway.sandboxUrl)
      const startedAt = performance.now()
      gateway.process.kill(signal)
      // A person presses Ctrl-C twice.
      gateway.process.kill(signal)
      expect(await gateway.process.untilEnded()).toEqual({ code: 0, signal: null })
      expect(performance.now() - startedAt).toBeLessThan(STOP_MS)
      expect(await stillOpen(gateway)).toEqual([false, false])
    },
  )
})

describe('rudder-klaviyo serve with a Klaviyo key', () => {
  it('starts no sandbox, delivers to the address it is told, and says so', async () => {
    await using folder = await temporaryFolder()
    await using klaviyo = await startSandbox()
    const env = { KLAVIYO_API_KEY: 'pk_secret', KLAVIYO_BASE_URL: klaviyo.url, WRITE_KEY: 'wk', CONSENT_FROM: 'any' }
    await using gateway = await startGateway({ dataDir: folder.path, env })
    expect(gateway.process.printed.stdout).toContain(klaviyo.url)
    expect(gateway.process.printed.stdout).not.toMatch(/^Sandbox|No Klaviyo account/m)
    expect(await gateway.send(MUTATIONS)).toEqual({ status: 200, data: ANSWERS, errors: [] })
    await untilArrived(klaviyo.read)
    const { stdout, stderr } = gateway.process.printed
    expect(stdout + stderr).not.toContain('pk_secret')
  })

  it('prints no more than the origin of the address it is told', async () => {
    await using folder = await temporaryFolder()
    const env = { KLAVIYO_API_KEY: 'pk_1', KLAVIYO_BASE_URL: 'http://127.0.0.1:9/hidden', WRITE_KEY: 'wk' }
    await using gateway = await startGateway({ dataDir: folder.path, env })
    const { stdout, stderr } = gateway.process.printed
    expect(stdout).toMatch(/^Klaviyo +http:\/\/127\.0\.0\.1:9 /m)
    expect(stdout + stderr).not.toContain('hidden')
  })

  it('is refused with a password in the address: status 2, without repeating it', async () => {
    await using folder = await temporaryFolder()
    const address = { KLAVIYO_API_KEY: 'pk_1', KLAVIYO_BASE_URL: 'http://user:hidden@127.0.0.1:9' }
    const env = { PORT: '0', DATA_DIR: folder.path, WRITE_KEY: 'wk', ...address }
    const { exitCode, stdout, stderr } = await runCli(['serve'], { env })
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/password/)
    expect(stderr).not.toMatch(/hidden|^\s+at /m)
  })

  it('is refused with the default write key: status 2, and what to set', async () => {
    await using folder = await temporaryFolder()
    const env = { PORT: '0', DATA_DIR: folder.path, KLAVIYO_API_KEY: 'pk_secret', WRITE_KEY: 'dev' }
    const { exitCode, stdout, stderr } = await runCli(['serve'], { env })
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^WRITE_KEY must be set to a key of your own.*KLAVIYO_API_KEY/)
    expect(stderr).not.toMatch(/pk_secret|^\s+at /m)
  })
})

describe('a port in use', () => {
  const taken = createServer()
  afterEach(() => new Promise((resolve) => taken.close(resolve)))

  it.each([
    ['PORT', ['serve']],
    ['SANDBOX_PORT', ['serve']],
    ['SANDBOX_PORT', ['sandbox']],
  ])('of %s, for %j, is said with its number and the variable, and nothing is left running', async (variable, args) => {
    await using folder = await temporaryFolder()
    taken.listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const env = { PORT: '0', SANDBOX_PORT: '0', DATA_DIR: folder.path, [variable]: port }
    await using started = startProcess([...CLI, ...args], { env })
    // It ends by itself, so neither server is left.
    expect(await started.untilEnded()).toEqual({ code: 2, signal: null })
    expect(started.printed.stdout).toBe('')
    expect(started.printed.stderr).toContain(`Port ${port} is in use`)
    expect(started.printed.stderr).toMatch(new RegExp(`\\b${variable}\\b`))
    expect(started.printed.stderr).not.toMatch(/^\s+at /m)
  })
})

describe('npx -y pnpm@12 start', () => {
  const command = ['npx', '-y', 'pnpm@12', 'start'] as const

  // The shell between npx and pnpm is the committed `script-shell` of .npmrc: without it SIGTERM ends npx alone.
  it('SIGTERM to the npx process ends both servers, and npx waits for it', async () => {
    await using folder = await temporaryFolder()
    await using gateway = await startGateway({ dataDir: folder.path, command })
    expect((await gateway.send(MUTATIONS)).data).toEqual(ANSWERS)
    gateway.process.kill('SIGTERM')
    await gateway.process.untilEnded()
    expect(await stillOpen(gateway)).toEqual([false, false])
  })

  it('Ctrl-C, which reaches every process of the group, ends both servers', async () => {
    await using folder = await temporaryFolder()
    await using gateway = await startGateway({ dataDir: folder.path, command })
    gateway.process.killGroup('SIGINT')
    await gateway.process.untilEnded()
    await vi.waitFor(async () => expect(await stillOpen(gateway)).toEqual([false, false]), {
      timeout: STOP_MS,
      interval: 50,
    })
  })
})
