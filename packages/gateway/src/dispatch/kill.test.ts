import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { createAcceptance } from '../accept/create-acceptance.ts'
import { openOutbox } from '../outbox/open-outbox.ts'
import { temporaryFolder } from '../outbox/testing/temporary-folder.ts'
import { track } from './testing/track.ts'

const LOOP = fileURLToPath(new URL('./testing/deliver-loop.ts', import.meta.url))
const EVENT_COUNT = 300
const PERSON_COUNT = 20
const SOURCE = { name: 'web', account: 'shop', mayChangeConsent: true }

const open = async (dataDir: string) => {
  const outbox = await openOutbox({ dataDir })
  onTestFinished(() => outbox.close().catch(() => undefined))
  const accounts = new Map([['shop', { settings: resolveSettings({}) }]])
  return { outbox, acceptance: createAcceptance({ outbox, accounts }) }
}

it('loses nothing and keeps the order of each person when it is killed again and again', async () => {
  const folder = await temporaryFolder()
  const numbers = Array.from({ length: EVENT_COUNT }, (_, index) => index)
  const { outbox, acceptance } = await open(folder)
  await acceptance.accept(
    SOURCE,
    numbers.map((number) => track(String(number), `u${number % PERSON_COUNT}`)),
  )
  await outbox.close()

  const delivered: number[] = []
  const distinctCount = () => new Set(delivered).size
  for (const enough of [60, 150, 220, EVENT_COUNT]) {
    const child = spawn(process.execPath, ['--conditions=source', LOOP, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    createInterface(child.stdout).on('line', (line) => delivered.push(Number(line)))
    await vi.waitUntil(() => distinctCount() >= enough, { timeout: 12_000, interval: 1 })
    child.kill('SIGKILL')
    await once(child, 'close')
  }

  expect(distinctCount()).toBe(EVENT_COUNT)
  // The first time that each was delivered: what is sent again after a kill is what came last of its person.
  const first = [...new Set(delivered)]
  const outOfOrder = first.filter((number, index) =>
    first.slice(index + 1).some((later) => later < number && later % PERSON_COUNT === number % PERSON_COUNT),
  )
  expect(outOfOrder).toEqual([])
  // At most what was taken up at each kill.
  expect(delivered.length - EVENT_COUNT).toBeLessThanOrEqual(3 * 16)
}, 60_000)
