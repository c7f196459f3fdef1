import { beforeAll, expect, it, vi } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startGateway, type GatewayProcess } from '../support/processes/start-gateway.ts'
import { startPostgres, type PostgresServer } from '../support/processes/start-postgres.ts'
import { startSandbox } from '../support/processes/start-sandbox.ts'
import { postgres } from '../support/requirements.ts'
import { expectOrderKept } from './expect-order-kept.ts'
import { expectPromisesKept } from './expect-promises-kept.ts'
import { killGatewayInRounds } from './kill-gateway-rounds.ts'
import { sendStep, type Promised } from './send-step.ts'

const PEOPLE = ['ann', 'bob', 'cy', 'dee']
/** How long a dead holder may hold up its account, in milliseconds. */
const TAKE_OVER_MS = 10_000

postgres.describe('gateways on one PostgreSQL', (program) => {
  const fixtures = sharedFixtures()
  let server: PostgresServer
  beforeAll(async () => {
    server = await fixtures.use(startPostgres(program))
  })

  /** For gateways that share a new database. */
  const environment = async (klaviyoUrl: string) => ({
    KLAVIYO_API_KEY: 'pk_test',
    KLAVIYO_BASE_URL: klaviyoUrl,
    WRITE_KEY: 'wk',
    DATABASE_URL: await server.createDatabase(),
  })

  it('lose nothing that they accepted when they are killed while mutations run, and keep the order of each person', async () => {
    const kept = await killGatewayInRounds(
      [
        { killAfter: 40, isDelivering: true },
        { killAfter: 1, isDelivering: false },
      ],
      20_000,
      { DATABASE_URL: await server.createDatabase() },
    )
    expect(kept.tracked.size).toBeGreaterThanOrEqual(40 + 1)
  }, 60_000)

  it('lose nothing when connections are cut and the server crashes while mutations run, and go on by themselves', async () => {
    await using klaviyo = await startSandbox()
    const env = await environment(klaviyo.url)
    await using gateway = await startGateway({ dataDir: '', env })
    const promised: Promised = { tracked: new Set(), counters: new Map() }
    let counter = 0
    let isOver = false
    const sendUntilOver = async (person: string): Promise<void> => {
      // What is refused for a moment, or gets no answer, promises nothing.
      while (!isOver) await sendStep(gateway, { person, counter: ++counter }, promised).catch(() => undefined)
    }
    const sending = PEOPLE.map(sendUntilOver)
    const untilMore = async (): Promise<void> => {
      const before = promised.tracked.size
      await vi.waitUntil(() => promised.tracked.size > before + 25, { timeout: 20_000, interval: 10 })
    }
    const cut = async () => expect(await server.cutConnections()).toBeGreaterThan(0)
    for (const trouble of [cut, () => server.crashAndStart(), cut]) {
      await untilMore()
      await trouble()
    }
    await untilMore()
    isOver = true
    await Promise.all(sending)
    for (const person of PEOPLE) await sendStep(gateway, { person, counter: 1_000_000 }, promised)
    await expectPromisesKept(promised, klaviyo.read, 30_000)
    expectOrderKept(await klaviyo.read('requests'), PEOPLE)
  }, 90_000)

  it('have one that delivers what either accepts, and another that takes over within 10 s after it was killed', async () => {
    await using klaviyo = await startSandbox()
    const env = await environment(klaviyo.url)
    await using first = await startGateway({ dataDir: '', env })
    await vi.waitUntil(() => isHolder(first), { timeout: 5_000, interval: 50 })
    await using second = await startGateway({ dataDir: '', env })
    const promised: Promised = { tracked: new Set(), counters: new Map() }
    for (const [index, gateway] of [first, second, second].entries())
      await sendStep(gateway, { person: 'ann', counter: index + 1 }, promised)
    await expectPromisesKept(promised, klaviyo.read, 10_000)
    expect(await isHolder(second)).toBe(false)

    first.process.kill('SIGKILL')
    const killedAtMs = performance.now()
    await sendStep(second, { person: 'ann', counter: 4 }, promised)
    await vi.waitUntil(() => isHolder(second), { timeout: TAKE_OVER_MS, interval: 50 })
    await expectPromisesKept(promised, klaviyo.read, TAKE_OVER_MS)
    expect(performance.now() - killedAtMs).toBeLessThan(TAKE_OVER_MS)
  }, 60_000)
})

/** Whether this process delivers. */
async function isHolder(gateway: GatewayProcess): Promise<boolean> {
  const response = await fetch(`${gateway.url}/health`)
  return (await response.text()).includes('"isHolder":true')
}
