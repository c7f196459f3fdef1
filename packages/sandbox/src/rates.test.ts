import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { DOCUMENTS } from './openapi/documents.ts'
import { readOperations } from './openapi/read-operations.ts'
import { createRateWindows } from './state/rate-windows.ts'
import { eventBody } from './testing/bodies.ts'
import { type Client, createClient, errorsOf } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const start = (options = {}) => createClient('2024-06-15', { clock: stillClock(), rateLimits: true, ...options })
const advance = (client: Client, advanceMs: number) => client.post('/sandbox/clock', { advanceMs })
const countdown = ({ headers }: { headers: Headers }) =>
  ['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))

it('refuses what goes beyond the burst window, and says when to come back', async () => {
  const client = start()
  const statuses = []
  for (let call = 0; call < 75; call += 1) statuses.push((await client.get('/api/profiles')).status)
  expect(new Set(statuses)).toEqual(new Set([200]))
  const refused = await client.get('/api/profiles')
  expect(errorsOf(refused)).toMatchObject([{ status: 429, code: 'throttled' }])
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
  expect(countdown(refused)).toEqual([null, null, null])
  await advance(client, 1000)
  expect(countdown(await client.get('/api/profiles'))).toEqual(['700', '624', expect.stringMatching(/^\d+$/)])
})

it('leaves nothing of a refused call', async () => {
  const client = start()
  for (let call = 0; call < 351; call += 1) {
    await client.post('/api/events', eventBody({ unique_id: String(call) }, { email: 'ana@example.com' }))
  }
  expect(await client.rows('/sandbox/events')).toHaveLength(350)
  expect((await client.rows('/sandbox/requests')).at(-1)).toMatchObject({ status: 429, operation: 'create_event' })
})

it('can be told not to refuse, and still counts down', async () => {
  const client = start({ rateLimits: false })
  let last = await client.get('/api/profiles')
  for (let call = 0; call < 800; call += 1) last = await client.get('/api/profiles')
  expect([last.status, ...countdown(last)]).toEqual([200, '700', '0', expect.any(String)])
})

it('leaves room for others who use a part', async () => {
  const client = start({ otherUsers: 0.5 })
  expect(countdown(await client.get('/api/profiles'))).toEqual(['700', '349', expect.any(String)])
})

const [operation] = readOperations(DOCUMENTS['2026-07-15']).filter(({ rates }) => rates.length === 3)

it.each([
  ['burst', 1_000],
  ['steady', 60_000],
  ['daily', 86_400_000],
] as const)('never takes more than the limit within one %s window, however the calls come', (name, windowMs) => {
  const rates = operation!.rates.filter((rate) => rate.name === name || rate.name === 'steady')
  const { limit } = rates.find((rate) => rate.name === name)!
  let refusedCount = 0
  const gaps = fc.array(fc.integer({ min: 0, max: Math.ceil(windowMs / limit) }), { minLength: 3 * limit })
  fc.assert(
    fc.property(gaps, fc.nat(), (gapsMs, seed) => {
      let nowMs = Date.UTC(2026, 6, 15)
      const windows = createRateWindows(() => nowMs, { seed, rateLimits: true, otherUsers: 0 })
      const taken: number[] = []
      for (const gapMs of gapsMs) {
        nowMs += gapMs
        const { full } = windows.take({ ...operation!, rates })
        if (full === undefined) taken.push(nowMs)
        else refusedCount += 1
        // Whoever waits as told finds room.
        expect((full?.retryAfterS ?? 0) * 1000).toBeGreaterThanOrEqual((full?.endsMs ?? nowMs) - nowMs)
      }
      // A stretch shorter than a window touches two windows at most.
      for (const [index, timeMs] of taken.entries()) {
        expect((taken[index + 2 * limit] ?? Infinity) - timeMs).toBeGreaterThanOrEqual(windowMs)
      }
    }),
    { numRuns: 20 },
  )
  expect(refusedCount).toBeGreaterThan(0)
})

it('starts the windows of each operation at a time of its own, the same for the same seed', () => {
  const resets = (seed: number) =>
    readOperations(DOCUMENTS['2024-06-15']).map(
      (each) => createRateWindows(() => 0, { seed, rateLimits: true, otherUsers: 0 }).take(each).steady.resetS,
    )
  expect(resets(1)).toEqual(resets(1))
  expect(resets(1)).not.toEqual(resets(2))
  expect(new Set(resets(1)).size).toBeGreaterThan(20)
})
