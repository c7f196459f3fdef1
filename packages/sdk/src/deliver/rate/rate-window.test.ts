import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type RateSimulation, createRateSimulation, endpointOf } from './testing/rate-simulation.ts'

/** A window of Klaviyo's: fixed length, beginning when it likes. */
const mostInOneWindow = (countedMs: readonly number[], windowMs: number, phaseMs: number) => {
  const counts = new Map<number, number>()
  for (const ms of countedMs) {
    const window = Math.floor((ms - phaseMs) / windowMs)
    counts.set(window, (counts.get(window) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}

interface Step {
  waitMs: number
  triedCount: number
  answeredAfterMs: number
  countedAt: number
}

const step: fc.Arbitrary<Step> = fc.record({
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 20_000 })),
  triedCount: fc.integer({ min: 1, max: 12 }),
  answeredAfterMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_500 }), fc.integer({ min: 1, max: 70_000 })),
  /** Where between the call's beginning and its answer Klaviyo counts it. */
  countedAt: fc.constantFrom(0, 0.3, 1),
})

/** Takes what it gets; when Klaviyo counted each call. */
function run(simulation: RateSimulation, steps: readonly Step[]): number[] {
  const countedMs: number[] = []
  for (const { waitMs, triedCount, answeredAfterMs, countedAt } of steps) {
    simulation.goTo(simulation.nowMs() + waitMs)
    for (let index = 0; index < triedCount; index += 1) {
      const slot = simulation.limiter.take('op')
      if (slot === undefined) continue
      countedMs.push(simulation.nowMs() + answeredAfterMs * countedAt)
      simulation.at(simulation.nowMs() + answeredAfterMs, () => slot.answered())
    }
  }
  return countedMs
}

it('no window of Klaviyo’s is ever exceeded, wherever it begins and whenever it counts', () => {
  fc.assert(
    fc.property(
      fc.record({ burst: fc.integer({ min: 1, max: 10 }), steady: fc.integer({ min: 10, max: 40 }) }),
      fc.array(step, { minLength: 20, maxLength: 80 }),
      fc.integer({ min: 0, max: 59_999 }),
      ({ burst, steady }, steps, phaseMs) => {
        const countedMs = run(createRateSimulation(endpointOf(burst, steady)), steps)
        expect(mostInOneWindow(countedMs, 1_000, phaseMs)).toBeLessThanOrEqual(burst)
        expect(mostInOneWindow(countedMs, 60_000, phaseMs)).toBeLessThanOrEqual(steady)
      },
    ),
    { numRuns: 300 },
  )
})

it('as many calls begin as are said to be free, and the next begins when it is said to', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (given) => {
      const steps = given.map((one) => ({ ...one, answeredAfterMs: Math.min(one.answeredAfterMs, 5_000) }))
      const simulation = createRateSimulation(endpointOf(5, 30))
      const { limiter } = simulation
      run(simulation, steps)
      // All are answered, so that nothing but time frees a slot.
      simulation.goTo(simulation.nowMs() + 5_000)
      for (let round = 0; round < 20; round += 1) {
        const freeCount = limiter.freeCount('op')
        const slots = Array.from({ length: freeCount }, () => limiter.take('op'))
        expect(slots).not.toContain(undefined)
        expect(limiter.take('op')).toBeUndefined()
        expect(limiter.heldBy('op')?.untilMs).toBe(limiter.nextAtMs('op'))
        slots.forEach((slot) => slot?.answered())

        const nextMs = limiter.nextAtMs('op')
        expect(nextMs).toBeGreaterThan(simulation.nowMs())
        simulation.goTo(nextMs - 1)
        expect(limiter.freeCount('op')).toBe(0)
        simulation.goTo(nextMs)
        expect(limiter.freeCount('op')).toBeGreaterThan(0)
      }
    }),
    { numRuns: 100 },
  )
})
