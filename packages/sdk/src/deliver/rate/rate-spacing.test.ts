import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spacingMsOf } from './rate-windows.ts'
import { BULK, call, callInARow, createRateSimulation, endpointOf, goToNext } from './testing/rate-simulation.ts'

const gaps = (begunMs: readonly number[]) => begunMs.slice(1).map((ms, index) => ms - (begunMs[index] ?? 0))
const countUntil = (begunMs: readonly number[], untilMs: number) => begunMs.filter((ms) => ms < untilMs).length

it('two thirds of the steady limit go at the speed of the burst limit', () => {
  const begunMs = callInARow(createRateSimulation(BULK), 100)
  expect(begunMs).toEqual(Array.from({ length: 100 }, (_, index) => Math.floor(index / 10) * 1_000))
})

it('a minute’s calls at once never wait long, and are through within the minute', () => {
  const begunMs = callInARow(createRateSimulation(BULK), 150)
  expect(Math.max(...gaps(begunMs))).toBeLessThanOrEqual(1_000)
  expect(begunMs.at(-1)).toBeLessThan(60_000)
})

// A slot is held until a window after the answer, so slow answers stretch the minute, and the second too.
it.each([
  { name: 'answered at once', latencyMs: 0, withinMs: 250_000, longestMs: 1_000 },
  { name: 'answered after half a second', latencyMs: 500, withinMs: 256_000, longestMs: 1_500 },
  { name: 'answered after three seconds', latencyMs: 3_000, withinMs: 292_000, longestMs: 4_000 },
])(
  'an endless backlog gets the full steady limit, with no long silence: $name',
  ({ latencyMs, withinMs, longestMs }) => {
    const begunMs = callInARow(createRateSimulation(BULK), 700, latencyMs)
    expect(begunMs.at(-1)).toBeLessThanOrEqual(withinMs)
    expect(Math.max(...gaps(begunMs))).toBeLessThanOrEqual(longestMs)
  },
)

it('an hour of backlog of single events is 3,500 a minute', () => {
  const begunMs = callInARow(createRateSimulation(endpointOf(350, 3_500)), 60 * 3_500)
  expect(begunMs.at(-1)).toBeLessThanOrEqual(3_600_000)
  expect(countUntil(begunMs, 60_000)).toBe(3_500)
})

it.each([
  { burst: 10, steady: 150, share: 1, spacingMs: 1_000 },
  { burst: 10, steady: 150, share: 0.9, spacingMs: 1_112 },
  { burst: 75, steady: 700, share: 1, spacingMs: 230 },
  { burst: 350, steady: 3_500, share: 1, spacingMs: 46 },
  { burst: 1, steady: 60, share: 1, spacingMs: 1_000 },
  { burst: 1, steady: 600, share: 1, spacingMs: 100 },
  { burst: 1, steady: 1, share: 0.1, spacingMs: 60_000 },
])('$burst a second and $steady a minute, of it $share: $spacingMs ms apart', ({ burst, steady, share, spacingMs }) => {
  expect(spacingMsOf(endpointOf(burst, steady), share)).toBe(spacingMs)
})

const phase = fc.record({
  /** The time without work before it. */
  restMs: fc.integer({ min: 0, max: 70_000 }),
  callCount: fc.integer({ min: 1, max: 120 }),
  /** Work comes in one lump or as a trickle. */
  everyMs: fc.constantFrom(0, 0, 100, 700, 3_000),
  latencyMs: fc.constantFrom(0, 0, 20, 400, 2_000),
})

it('whatever went before, the next call is never far away', () => {
  fc.assert(
    fc.property(fc.array(phase, { minLength: 1, maxLength: 8 }), (phases) => {
      const simulation = createRateSimulation(BULK)
      // Slots in flight come back later by the time their answers take.
      const longestMs = spacingMsOf(BULK, 1) + Math.max(...phases.map(({ latencyMs }) => latencyMs))
      for (const { restMs, callCount, everyMs, latencyMs } of phases) {
        simulation.goTo(simulation.nowMs() + restMs)
        for (let index = 0; index < callCount; index += 1) {
          const wantedMs = simulation.nowMs()
          while (!call(simulation, latencyMs)) goToNext(simulation)
          expect(simulation.nowMs() - wantedMs).toBeLessThanOrEqual(longestMs)
          simulation.goTo(simulation.nowMs() + everyMs)
        }
      }
    }),
    { numRuns: 200 },
  )
})
