import { startGateway } from '../support/processes/start-gateway.ts'
import { startSandbox } from '../support/processes/start-sandbox.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { expectOrderKept } from './expect-order-kept.ts'
import { expectPromisesKept } from './expect-promises-kept.ts'
import { killRounds, type Round } from './kill-rounds.ts'
import { sendStep, type Promised } from './send-step.ts'

const PEOPLE = ['ann', 'bob', 'cy', 'dee']

/**
 * Kills a gateway in each of these rounds, starts it for good, and checks that it keeps what the killed ones promised.
 * Klaviyo is a sandbox in a process of its own, which remembers. `extra`: further variables, such as DATABASE_URL. Gives
 * what was promised and kept.
 */
export async function killGatewayInRounds(
  rounds: readonly Round[],
  timeoutMs: number,
  extra: Readonly<Record<string, string>> = {},
): Promise<Promised> {
  await using folder = await temporaryFolder()
  await using klaviyo = await startSandbox()
  const env = { KLAVIYO_API_KEY: 'pk_test', KLAVIYO_BASE_URL: klaviyo.url, WRITE_KEY: 'wk', ...extra }
  /** How many requests Klaviyo had when each gateway was started. */
  const startedAt: number[] = []
  const start = async (): ReturnType<typeof startGateway> => {
    startedAt.push((await klaviyo.read('requests')).length)
    return startGateway({ dataDir: folder.path, env })
  }
  const promised = await killRounds({ rounds, people: PEOPLE, start })
  await using gateway = await start()
  // A step that is kept without an answer may come behind the last promise; one more, answered, is last for sure.
  for (const person of PEOPLE) await sendStep(gateway, { person, counter: 1_000_000 }, promised)
  await expectPromisesKept(promised, klaviyo.read, timeoutMs)
  const requests = await klaviyo.read('requests')
  for (const [life, from] of startedAt.entries()) expectOrderKept(requests.slice(from, startedAt[life + 1]), PEOPLE)
  return promised
}
