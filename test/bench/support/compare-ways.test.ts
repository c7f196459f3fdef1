import { expect, it } from 'vitest'
import type { Revision } from '@rudder-klaviyo/sdk'
import { callCountOf, type CallTally } from './call-tally.ts'
import { compareWays } from './compare-ways.ts'

const MIX = { seed: 3, eventCount: 10_000, profileCount: 1_000 }
const partsOf = ({ events, profiles, subscriptions }: CallTally) =>
  [events, profiles, subscriptions].map(({ callCount }) => callCount)

interface Case {
  readonly revision: Revision
  readonly subscribesOnIdentify: boolean
  readonly oneByOneCount: number
  /** 1,000 events, 10,000 profiles and 100 or 1,000 members a call. */
  readonly lowerBound: readonly number[]
}

const CASES: readonly Case[] = [
  { revision: '2024-06-15', subscribesOnIdentify: false, oneByOneCount: 10_000, lowerBound: [7, 1, 5] },
  { revision: '2026-07-15', subscribesOnIdentify: false, oneByOneCount: 10_000, lowerBound: [7, 1, 1] },
  { revision: '2024-06-15', subscribesOnIdentify: true, oneByOneCount: 12_500, lowerBound: [7, 1, 10] },
  { revision: '2026-07-15', subscribesOnIdentify: true, oneByOneCount: 12_500, lowerBound: [7, 1, 1] },
]

it.each(CASES)(
  'knows the calls of 10,000 mixed events ($revision, subscribing: $subscribesOnIdentify)',
  async (given) => {
    const ways = await compareWays({ ...MIX, subscribesOnIdentify: given.subscribesOnIdentify }, given.revision)
    expect(callCountOf(ways.oneByOne.tally)).toBe(given.oneByOneCount)
    expect(partsOf(ways.lowerBound.tally)).toEqual(given.lowerBound)
    const subscriptionCount = given.subscribesOnIdentify ? 3_000 : 500
    expect(partsOf(ways.rudderstack10000.tally)).toEqual([7_000, 2_500, subscriptionCount / 100])
    // About five group events in a hundred, or thirty that subscribe: one call of each hundred.
    expect(ways.rudderstack100.tally.subscriptions.callCount).toBe(100)
  },
)
