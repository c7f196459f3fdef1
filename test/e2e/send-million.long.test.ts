import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { CLI } from '../support/processes/cli.ts'
import { readBack, type Row } from '../support/processes/read-back.ts'
import { startProcess, type StartedProcess } from '../support/processes/start-process.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { startSend, summaryOf, type SendSummaryJson } from './send-command-run.ts'
import { settledIn, untilSettled } from './send-command-state.ts'
import { expectedOf, LIST_ID, writeEvents, type Million } from './send-command-million.ts'
import { trackedCounts } from './send-command-tracked.ts'

/** The whole million takes Klaviyo's limits about five minutes: `SEND_EVENT_COUNT=1000000`. */
const EVENT_COUNT = Number(process.env['SEND_EVENT_COUNT'] ?? 100_000)
// No divisor in common with the pattern of the kinds: everybody has events of each.
const MILLION: Million = { eventCount: EVENT_COUNT, personCount: 10 * Math.ceil(EVENT_COUNT / 200) + 1 }
const KILL_COUNT = 4
/** With the limits of Klaviyo, bulk calls take 5 to 7 minutes for a million. */
const TIMEOUT_MS = 1_800_000
/** Far below what the events themselves take. */
const PEAK_BYTES = 600 * 1024 * 1024

/** The most memory that a running process has had, in bytes; 0 where the system does not tell. */
function peakOf({ pid }: StartedProcess): number {
  const path = `/proc/${pid}/status`
  const [, kilobytes = '0'] = existsSync(path) ? (/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8')) ?? []) : []
  return Number(kilobytes) * 1024
}

/** Sends to the end, and kills the sender at each of these counts on the way. Gives the last summary and the peak. */
async function sendKilled(
  args: readonly string[],
  { url, state, killAt }: { readonly url: string; readonly state: string; readonly killAt: readonly number[] },
): Promise<{ readonly summary: SendSummaryJson; readonly peakBytes: number }> {
  let peakBytes = 0
  for (const count of killAt) {
    await using sender = startSend(args, url)
    await untilSettled(state, count, TIMEOUT_MS)
    peakBytes = Math.max(peakBytes, peakOf(sender))
    sender.kill('SIGKILL')
    await sender.untilEnded()
    console.log(`killed at ${await settledIn(state)} settled`)
  }
  await using sender = startSend([...args, '--json'], url)
  const hasEnded = (): boolean => sender.printed.stdout.endsWith('}\n') || !existsSync(`/proc/${sender.pid}`)
  await vi.waitUntil(hasEnded, { timeout: TIMEOUT_MS, interval: 100 })
  const { code } = await sender.untilEnded()
  expect([code, sender.printed.stderr.match(/rejected|refuse|^ +at /gm)]).toEqual([0, null])
  const summary = summaryOf(sender.printed.stdout)
  return { summary, peakBytes: Math.max(peakBytes, summary.peakMemoryBytes) }
}

const seenAtOf = ({ properties }: Row): unknown =>
  typeof properties === 'object' && properties !== null ? Reflect.get(properties, 'seenAt') : undefined

it(
  `send of ${EVENT_COUNT} events, killed ${KILL_COUNT} times and resumed, takes effect once, in bounded memory`,
  async () => {
    await using folder = await temporaryFolder()
    const [first, second, state] = [
      join(folder.path, 'a.ndjson'),
      join(folder.path, 'b.ndjson.gz'),
      join(folder.path, 's'),
    ]
    const half = EVENT_COUNT >> 1
    await writeEvents(first, MILLION, [0, half])
    await writeEvents(second, MILLION, [half, EVENT_COUNT])
    const heap = '--max-old-space-size=12000'
    await using sandbox = startProcess([CLI[0], heap, ...CLI.slice(1), 'sandbox', '--port', '0'])
    const [, url = ''] = await sandbox.untilPrinted(/^Sandbox +(\S+)/m)

    const startMs = performance.now()
    // Spread, each at another moment of its stretch each time.
    const killAt = Array.from({ length: KILL_COUNT }, (_, index) =>
      Math.ceil((EVENT_COUNT * (index + Math.random())) / (KILL_COUNT + 1)),
    )
    const { summary, peakBytes } = await sendKilled(['--state', state, first, second], { url, state, killAt })
    const seconds = (performance.now() - startMs) / 1000
    console.log(
      `${EVENT_COUNT} events in ${seconds.toFixed(1)} s with ${KILL_COUNT} kills; peak memory of the sender ${Math.round(peakBytes / 1024 / 1024)} MB`,
    )
    expect(summary).toMatchObject({ deliveredCount: EVENT_COUNT, rejectedCount: 0, retryCount: 0, isFinished: true })

    const expected = expectedOf(MILLION)
    const counts = await trackedCounts(url, EVENT_COUNT)
    const wrong = counts.findIndex((count, index) => count !== (expected.trackIndexes.has(index) ? 1 : 0))
    expect([wrong, counts[wrong]]).toEqual([-1, undefined])
    const profiles = await readBack(url)('profiles')
    expect(profiles).toHaveLength(MILLION.personCount)
    // The last write of each person won: `undefined` for those whom no event identified.
    const wrongly = profiles.filter(
      (profile) => seenAtOf(profile) !== expected.seenAt.get(String(profile['external_id'])),
    )
    expect(wrongly).toEqual([])
    const members = (await readBack(url)(`lists/${LIST_ID}`)).map(({ external_id: id }) => String(id))
    expect(new Set(members)).toEqual(expected.members)
    expect(members).toHaveLength(expected.members.size)

    const response = await fetch(`${url}/sandbox/violations`)
    // The sandbox counts what was caused, by kind.
    const { counts: violations } = (await response.json()) as { counts: Readonly<Record<string, number>> }
    console.log(`violations: ${JSON.stringify(violations)}`)
    expect(violations).toMatchObject({ consent: 0, refused: 0 })
    // A killed sender takes with it what it knew of the windows: at most a call of each operation for each kill.
    expect(violations['window']).toBeLessThanOrEqual(KILL_COUNT * 6)
    expect(peakBytes).toBeLessThan(PEAK_BYTES)
  },
  TIMEOUT_MS,
)
