import { createKlaviyo, type JsonObject } from '@rudder-klaviyo/sdk'
import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { eventMix } from './support/event-mix.ts'
import { OFFICIAL_SDK, installOfficialSdk, officialEvent, type OfficialEvents } from './support/official-sdk.ts'
import type { BenchResult } from './support/result.ts'
import { startStub } from './support/start-stub.ts'

const REVISION = '2026-07-15'
const EVENT_COUNT = 10_000
/** Requests of the official SDK under way at a time. */
const CONCURRENCY = 16

/** `send` of track events through all stages, against the official SDK that creates the same events one by one. */
export async function benchSend({ seed, isQuick }: { seed: number; isQuick: boolean }): Promise<BenchResult> {
  await using folder = await temporaryFolder()
  const official = await installOfficialSdk(folder.path)
  using stub = await startStub()
  const events = trackEvents(seed)
  const api = official && new official.EventsApi(new official.ApiKeySession('pk_bench'))
  if (api !== undefined) api.basePath = stub.baseUrl
  const settings = resolveSettings({ revision: REVISION })
  // Its rate does not depend on how many they are, and it needs its time.
  const bodies = events
    .slice(0, isQuick ? 500 : 2_000)
    .map((event) => officialEvent(planEvent(event, settings).requests[0]!.body))

  const rates = { ours: [] as number[], official: [] as number[] }
  // The first round only warms up.
  for (let round = 0; round <= (isQuick ? 3 : 7); round++) {
    const ours = await rateOf(events.length, () => sendOurs(events, stub.baseUrl))
    const theirs = api && (await rateOf(bodies.length, () => createOneByOne(bodies, api)))
    if (round > 0) rates.ours.push(ours)
    if (round > 0 && theirs !== undefined) rates.official.push(theirs)
  }
  const ours = median(rates.ours)
  const shown = (rate: number) => `${Math.round(rate).toLocaleString('en')} events/s`
  return {
    what: 'send of 10,000 track events to a stub',
    ours: shown(ours),
    baseline: api === undefined ? OFFICIAL_SDK : `${OFFICIAL_SDK} one by one ${shown(median(rates.official))}`,
    ratio: api === undefined ? undefined : ours / median(rates.official),
    goal: 25,
  }
}

function trackEvents(seed: number): readonly JsonObject[] {
  // Of twenty events fourteen are track events.
  const eventCount = Math.ceil(EVENT_COUNT / 14) * 20
  return [...eventMix({ seed, eventCount, profileCount: 1_000 })]
    .filter(({ type }) => type === 'track')
    .slice(0, EVENT_COUNT)
}

/** A client of its own each time: its limits are unused, and with the whole share ten bulk calls fit into a second. */
async function sendOurs(events: readonly JsonObject[], baseUrl: string): Promise<void> {
  const klaviyo = createKlaviyo({ apiKey: 'pk_bench', revision: REVISION, baseUrl, rateShare: 1 })
  const settlements = await klaviyo.send(events)
  const isDone = settlements.length === events.length && settlements.every(({ status }) => status === 'delivered')
  if (!isDone) throw new Error('not every event was delivered to the stub')
}

async function createOneByOne(bodies: readonly unknown[], api: OfficialEvents): Promise<void> {
  const waiting = bodies.values()
  const work = async () => {
    for (const body of waiting) await api.createEvent(body)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
}

async function rateOf(count: number, run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return (count / (performance.now() - start)) * 1_000
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
