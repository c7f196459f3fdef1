import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRemaining } from './rate-remaining-header.ts'
import { BULK, call, callInARow, createRateSimulation, endpointOf, remaining } from './testing/rate-simulation.ts'

/** So wide a burst limit that only the steady one counts. */
const STEADY = endpointOf(1_000, 100)

describe('what an answer says is left', () => {
  it('counts when it is lower than our own count, until the window is over', () => {
    const simulation = createRateSimulation(STEADY)
    call(simulation, 0, () => remaining(2, 30))
    const startMs = simulation.nowMs()
    expect(simulation.limiter.nextAtMs('op')).toBeLessThanOrEqual(startMs + 10_000)
    const begunMs: number[] = []
    while (simulation.nowMs() < startMs + 30_000) {
      if (call(simulation)) begunMs.push(simulation.nowMs() - startMs)
      else simulation.goTo(simulation.limiter.nextAtMs('op'))
    }
    // The two are spread over the time until then, so that nobody waits for all of it.
    expect(begunMs).toEqual([10_000, 20_000])
    expect(simulation.limiter.freeCount('op')).toBeGreaterThan(60)
  })

  it('changes nothing when it is higher', () => {
    const simulation = createRateSimulation(STEADY, { share: 0.2 })
    call(simulation, 0, () => remaining(99, 60))
    expect(simulation.limiter.freeCount('op')).toBe(12)
  })

  it.each(['none', '-1', '1.5', '', '3, 4'])('changes nothing when it cannot be read: "%s"', (value) => {
    const simulation = createRateSimulation(STEADY)
    const headers = remaining(0, 60)
    headers.set('RateLimit-Remaining', value)
    call(simulation, 0, () => headers)
    expect(simulation.limiter.freeCount('op')).toBeGreaterThan(60)
  })

  it('a window is never believed to be longer than it is', () => {
    expect(readRemaining(remaining(3, 1_721_000_000), 60_000)).toEqual({ leftCount: 3, resetMs: 60_000 })
    expect(readRemaining(remaining(3, 12), 60_000)).toEqual({ leftCount: 3, resetMs: 12_000 })
    expect(readRemaining(new Headers({ 'RateLimit-Remaining': '3' }), 60_000)).toBeUndefined()
  })
})

describe('calls without an answer', () => {
  const inFlight = (count: number) => {
    const simulation = createRateSimulation(STEADY)
    return { simulation, slots: Array.from({ length: count }, () => simulation.limiter.take('op')) }
  }

  it('may be counted after it, so they are taken off', () => {
    const { simulation, slots } = inFlight(5)
    slots[0]?.answered(remaining(4, 60))
    expect(simulation.limiter.freeCount('op')).toBe(0)
  })

  it('are counted once: what is answered with more left was in it', () => {
    const { simulation, slots } = inFlight(5)
    simulation.goTo(simulation.nowMs() + 58_000)
    slots[4]?.answered(remaining(8, 1))
    expect(simulation.limiter.freeCount('op')).toBe(4)
    for (const [index, slot] of slots.slice(0, 4).entries()) slot?.answered(remaining(12 - index, 1))
    expect(simulation.limiter.freeCount('op')).toBe(8)
  })

  it('stay taken off when they break, until a later answer tells', () => {
    const { simulation, slots } = inFlight(4)
    simulation.goTo(simulation.nowMs() + 58_000)
    slots[0]?.answered(remaining(9, 1))
    slots[1]?.answered()
    slots[2]?.answered()
    expect(simulation.limiter.freeCount('op')).toBe(6)
    slots[3]?.answered(remaining(8, 1))
    expect(simulation.limiter.freeCount('op')).toBe(8)
  })

  it('answered late, with the word of a window long over, change nothing', () => {
    const { simulation, slots } = inFlight(3)
    simulation.goTo(simulation.nowMs() + 50_000)
    slots[0]?.answered(remaining(90, 60))
    simulation.goTo(simulation.nowMs() + 8_000)
    slots[1]?.answered(remaining(0, 0))
    expect(simulation.limiter.freeCount('op')).toBeGreaterThan(50)
  })
})

it('with another user’s calls in the window, ours exceed it by none once an answer has told', () => {
  const taken = fc.record({ waitMs: fc.integer({ min: 0, max: 300 }), latencyMs: fc.integer({ min: 0, max: 3_000 }) })
  const others = fc.record({
    leftCount: fc.integer({ min: 1, max: 40 }),
    endsInMs: fc.integer({ min: 4_000, max: 30_000 }),
  })
  fc.assert(
    fc.property(
      others,
      fc.array(taken, { minLength: 20, maxLength: 200 }),
      ({ leftCount: atFirst, endsInMs }, calls) => {
        const simulation = createRateSimulation(BULK)
        const endMs = simulation.nowMs() + endsInMs
        let leftCount = atFirst
        const begin = (latencyMs: number) => {
          const slot = simulation.limiter.take('op')
          if (slot === undefined) return
          let said = 0
          simulation.at(simulation.nowMs() + latencyMs / 3, () => {
            leftCount -= 1
            said = leftCount
          })
          simulation.at(simulation.nowMs() + latencyMs, () =>
            slot.answered(remaining(Math.max(said, 0), Math.ceil((endMs - simulation.nowMs()) / 1_000))),
          )
        }
        begin(0)
        simulation.goTo(simulation.nowMs())
        for (const { waitMs, latencyMs } of calls) {
          if (simulation.nowMs() + waitMs + latencyMs >= endMs) break
          simulation.goTo(simulation.nowMs() + waitMs)
          begin(latencyMs)
        }
        simulation.goTo(endMs - 1)
        expect(leftCount).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 300 },
  )
})

it.each([0, 7_000, 31_500, 59_999])(
  'alone on the account, the answers slow nothing: windows begin at %i ms',
  (phaseMs) => {
    const withoutMs = callInARow(createRateSimulation(BULK), 700, 300)
    const simulation = createRateSimulation(BULK)
    const countOf = new Map<number, number>()
    const headersOfCall = () => {
      const sinceMs = simulation.nowMs() + phaseMs
      const window = Math.floor(sinceMs / 60_000)
      const count = (countOf.get(window) ?? 0) + 1
      countOf.set(window, count)
      return remaining(150 - count, Math.ceil(60 - (sinceMs % 60_000) / 1_000))
    }
    const withMs = callInARow(simulation, 700, 300, headersOfCall)
    // The answer tells whole seconds, rounded up.
    expect(withMs.at(-1)).toBeLessThanOrEqual((withoutMs.at(-1) ?? 0) + 3_000)
  },
)
