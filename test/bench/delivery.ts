import type { Revision } from '@rudder-klaviyo/sdk'
import { benchSend } from './delivery-send.ts'
import { bytesOfAll, callCountOf } from './support/call-tally.ts'
import { compareWays, type WaysCompared } from './support/compare-ways.ts'
import { bytesText, callsText, secondsText, toCostTable, type CostRow } from './support/cost-table.ts'
import type { EventMixOptions } from './support/event-mix.ts'
import type { BenchResult } from './support/result.ts'
import { JOB_MS, simulateOurs, type OursReport } from './support/simulate-ours.ts'

const SEED = 20_240_615
const REVISIONS: readonly Revision[] = ['2024-06-15', '2026-07-15']
/** Ours without a number misses its goal: `undefined` would say that a peer is not installed, which decides nothing. */
const NOT_BUILT = 'not built'
/** Of a thousand events a hundred profiles. */
const mixOf = (eventCount: number): EventMixOptions => ({ seed: SEED, eventCount, profileCount: eventCount / 10 })

/** Calls, bytes and simulated time of the mixed stream, and the rate of `send` on this machine. */
export async function benchDelivery({ isQuick }: { isQuick: boolean }): Promise<readonly BenchResult[]> {
  console.log(`Delivery: a mix of 70 % track, 25 % identify and 5 % group, seed ${SEED}.
Time is simulated: Klaviyo's fixed windows per operation, answers at once, bulk imports done after ${JOB_MS / 1000} s.
RudderStack is a model of what its transformer was seen to do: it batches subscriptions, 100 of a list together.
Ours uses the whole limits (\`rateShare: 1\`) where no other share is named.\n`)
  const results: BenchResult[] = []
  for (const revision of REVISIONS) results.push(...(await benchCalls(revision)))
  results.push(...(await benchTime(isQuick ? 100_000 : 1_000_000)), await benchSend({ seed: SEED, isQuick }))
  return results
}

async function benchCalls(revision: Revision): Promise<readonly BenchResult[]> {
  const mix = mixOf(10_000)
  const subscribing = { ...mix, subscribesOnIdentify: true }
  const ways = await compareWays(mix, revision)
  const ours = await simulateOurs({ mix, revision, rateShare: 1 })
  print(`10,000 events, ${revision}`, ways, [['ours', ours]])
  const ifAllSubscribe = await simulateOurs({ mix: subscribing, revision, rateShare: 1 })
  print(`the same, every identify subscribes`, await compareWays(subscribing, revision), [['ours', ifAllSubscribe]])
  const { lowerBound, oneByOne } = ways
  return [
    {
      what: `delivery: calls for 10,000 events, ${revision}`,
      ours: ours === undefined ? NOT_BUILT : callsText(ours.tally),
      baseline: `lower bound ${callsText(lowerBound.tally)}`,
      ratio: ours === undefined ? Number.NaN : callCountOf(ours.tally) / callCountOf(lowerBound.tally),
      goal: 1.1,
      bound: 'at most',
    },
    {
      what: `delivery: bytes of the same, ${revision}`,
      ours: ours === undefined ? NOT_BUILT : bytesText(ours.tally),
      baseline: `one by one ${bytesText(oneByOne.tally)}`,
      ratio: ours === undefined ? Number.NaN : bytesOfAll(ours.tally) / bytesOfAll(oneByOne.tally),
      goal: 0.55,
      bound: 'at most',
    },
  ]
}

async function benchTime(eventCount: number): Promise<readonly BenchResult[]> {
  const revision = '2024-06-15'
  const mix = mixOf(eventCount)
  const ways = await compareWays(mix, revision)
  const ours = await simulateOurs({ mix, revision, rateShare: 1 })
  const shared = await simulateOurs({ mix, revision, rateShare: 0.9 })
  const shown = eventCount.toLocaleString('en')
  print(`${shown} events, ${revision}`, ways, [
    ['ours', ours],
    ['ours, rateShare 0.9', shared],
  ])
  const { oneByOne } = ways
  return [
    {
      what: `delivery: simulated time of ${shown} events, rateShare 1`,
      ours: ours === undefined ? NOT_BUILT : secondsText(ours.lastStartMs),
      baseline: `one by one ${secondsText(oneByOne.lastStartMs)}`,
      ratio: ours === undefined ? Number.NaN : oneByOne.lastStartMs / ours.lastStartMs,
      goal: 80,
    },
    {
      what: `delivery: calls beyond a window of Klaviyo's`,
      ours: ours === undefined ? NOT_BUILT : String(ours.exceededCount),
      baseline: 'none',
      ratio: ours === undefined ? Number.NaN : ours.exceededCount,
      goal: 0,
      bound: 'at most',
    },
  ]
}

type NamedReport = readonly [way: string, report: OursReport | undefined]

function print(title: string, ways: WaysCompared, ours: readonly NamedReport[]): void {
  const oursRows = ours.flatMap(([way, report]): CostRow[] => (report === undefined ? [] : [rowOf(way, report)]))
  const rows: readonly CostRow[] = [
    { way: 'one by one', cost: ways.oneByOne },
    { way: 'RudderStack (model), inputs of 100', cost: ways.rudderstack100 },
    { way: 'RudderStack (model), inputs of 10,000', cost: ways.rudderstack10000 },
    ...oursRows,
    { way: 'lower bound of the limits', cost: ways.lowerBound },
  ]
  console.log(`${toCostTable(title, rows)}\n`)
}

function rowOf(way: string, report: OursReport): CostRow {
  const { readCount, settledMs, exceededCount } = report
  const note = `all settled at ${secondsText(settledMs)}; ${readCount} reads of jobs; windows exceeded: ${exceededCount}`
  return { way, cost: report, note }
}
