import { expect, it } from 'vitest'
import type { Revision } from '@rudder-klaviyo/sdk'
import { readEndpoints } from './endpoint-facts.ts'
import { createGreedyClient } from './greedy-client.ts'

interface Case {
  readonly revision: Revision
  readonly calls: Readonly<Record<string, number>>
  /** By hand, from the limits: whole steady windows of a minute, then the burst windows of a second of the last one. */
  readonly lastStartMs: number
}

const MIXED_10000 = { create_event: 7_000, create_or_update_profile: 2_500 }
const CASES: readonly Case[] = [
  { revision: '2024-06-15', calls: {}, lastStartMs: 0 },
  { revision: '2024-06-15', calls: { create_event: 350 }, lastStartMs: 0 },
  { revision: '2024-06-15', calls: { create_event: 351 }, lastStartMs: 1_000 },
  { revision: '2024-06-15', calls: { create_event: 3_500 }, lastStartMs: 9_000 },
  { revision: '2024-06-15', calls: { create_event: 3_501 }, lastStartMs: 60_000 },
  { revision: '2024-06-15', calls: { ...MIXED_10000, subscribe_profiles: 500 }, lastStartMs: 185_000 },
  { revision: '2024-06-15', calls: { ...MIXED_10000, subscribe_profiles: 3_000 }, lastStartMs: 242_000 },
  { revision: '2026-07-15', calls: { ...MIXED_10000, bulk_subscribe_profiles: 500 }, lastStartMs: 183_000 },
  {
    revision: '2024-06-15',
    calls: { create_event: 700_000, create_or_update_profile: 250_000, subscribe_profiles: 50_000 },
    lastStartMs: 21_421_000,
  },
  { revision: '2024-06-15', calls: { bulk_create_events: 700 }, lastStartMs: 249_000 },
]

it.each(CASES)(
  'begins the last of $calls in $revision at $lastStartMs ms',
  async ({ revision, calls, lastStartMs }) => {
    const client = createGreedyClient(await readEndpoints(revision))
    for (const [operation, count] of Object.entries(calls)) {
      for (let call = 0; call < count; call++) client.begin(operation)
    }
    expect(client.lastStartMs()).toBe(lastStartMs)
  },
)
