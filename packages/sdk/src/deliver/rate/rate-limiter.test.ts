import { describe, expect, it } from 'vitest'
import { BULK, call, callInARow, createRateSimulation, endpointOf } from './testing/rate-simulation.ts'

describe('the share', () => {
  it.each([
    { share: 1, freeCount: 10 },
    { share: 0.9, freeCount: 9 },
    { share: 0.55, freeCount: 5 },
    { share: 0.01, freeCount: 1 },
  ])('$share of 10 a second is $freeCount', ({ share, freeCount }) => {
    expect(createRateSimulation(BULK, { share }).limiter.freeCount('op')).toBe(freeCount)
  })
})

it('a slot is held until it is answered, and a window longer', () => {
  const simulation = createRateSimulation(endpointOf(1, 60))
  const { limiter } = simulation
  const slot = limiter.take('op')
  simulation.goTo(simulation.nowMs() + 3_600_000)
  expect(limiter.freeCount('op')).toBe(0)
  expect(limiter.nextAtMs('op')).toBe(Infinity)
  expect(limiter.heldBy('op')).toEqual({ operation: 'op', reason: 'burst', untilMs: Infinity })

  slot?.answered()
  slot?.answered()
  expect(limiter.nextAtMs('op')).toBe(simulation.nowMs() + 1_000)
  simulation.goTo(simulation.nowMs() + 1_000)
  expect(limiter.freeCount('op')).toBe(1)
})

it('a daily limit holds for a day', () => {
  const simulation = createRateSimulation({ ...BULK, daily: { count: 15, windowMs: 86_400_000 } })
  callInARow(simulation, 15)
  simulation.goTo(simulation.nowMs() + 60_000)
  const { limiter } = simulation
  expect(limiter.take('op')).toBeUndefined()
  // The first ten went at the beginning.
  expect(limiter.heldBy('op')).toEqual({ operation: 'op', reason: 'daily', untilMs: 1_000_000 + 86_400_000 })
  simulation.goTo(1_000_000 + 86_400_000)
  expect(limiter.freeCount('op')).toBe(10)
})

it('operations are limited each by itself, and one without facts not at all', () => {
  const { limiter } = createRateSimulation(endpointOf(1, 60))
  expect(call(createRateSimulation(BULK))).toBe(true)
  limiter.take('op')
  expect(limiter.take('op')).toBeUndefined()
  const slots = Array.from({ length: 10_000 }, () => limiter.take('toString'))
  expect(slots).not.toContain(undefined)
  expect(limiter.freeCount('toString')).toBe(Infinity)
  expect(limiter.heldBy('toString')).toBeUndefined()
})

describe('a pause', () => {
  it('lets nothing begin before its end, however many slots are free', () => {
    const simulation = createRateSimulation(BULK)
    const { limiter } = simulation
    const untilMs = simulation.nowMs() + 30_000
    limiter.pause('op', untilMs, 'retry-after')
    expect(limiter.take('op')).toBeUndefined()
    expect(limiter.nextAtMs('op')).toBe(untilMs)
    expect(limiter.heldBy('op')).toEqual({ operation: 'op', reason: 'retry-after', untilMs })
    expect(limiter.freeCount('other')).toBe(Infinity)
    simulation.goTo(untilMs)
    expect(limiter.heldBy('op')).toBeUndefined()
    expect(limiter.freeCount('op')).toBe(10)
  })

  it('is not made shorter by another one, and ends early when asked to', () => {
    const simulation = createRateSimulation(BULK)
    const { limiter } = simulation
    const untilMs = simulation.nowMs() + 30_000
    limiter.pause('op', untilMs, 'outage')
    limiter.pause('op', untilMs - 20_000, 'retry-after')
    expect(limiter.heldBy('op')).toEqual({ operation: 'op', reason: 'outage', untilMs })
    limiter.resume('op')
    expect(limiter.freeCount('op')).toBe(10)
  })

  it('holds back an operation without facts too', () => {
    const { limiter } = createRateSimulation(BULK)
    limiter.pause('other', Infinity, 'outage')
    expect(limiter.take('other')).toBeUndefined()
    limiter.resume('other')
    expect(limiter.take('other')).toBeDefined()
  })
})

it('a clock that is set back holds nothing longer, and its times are those of the clock', () => {
  const simulation = createRateSimulation(endpointOf(1, 60), { startMs: 10_000_000 })
  const { limiter } = simulation
  call(simulation)
  simulation.setClock(5_000_000)
  expect(limiter.nextAtMs('op')).toBe(5_001_000)
  simulation.goTo(5_001_000)
  expect(limiter.freeCount('op')).toBe(1)

  simulation.setClock(1_000_000)
  limiter.pause('op', 1_010_000, 'retry-after')
  expect(limiter.heldBy('op')).toEqual({ operation: 'op', reason: 'retry-after', untilMs: 1_010_000 })
  expect(limiter.nextAtMs('op')).toBe(1_010_000)
})

it('tells all it knows of the operations seen so far', () => {
  const simulation = createRateSimulation(endpointOf(2, 60))
  const { limiter } = simulation
  expect(limiter.state()).toEqual([])
  limiter.take('op')?.answered()
  limiter.take('op')
  limiter.pause('other', simulation.nowMs() + 5_000, 'outage')
  expect(limiter.state()).toEqual([
    {
      operation: 'op',
      windows: [
        { window: 'burst', windowMs: 1_000, limitCount: 2, leftCount: 0 },
        { window: 'steady', windowMs: 60_000, limitCount: 60, leftCount: 58 },
      ],
      unansweredCount: 1,
      heldBy: { operation: 'op', reason: 'burst', untilMs: simulation.nowMs() + 1_000 },
    },
    {
      operation: 'other',
      windows: [],
      unansweredCount: 0,
      heldBy: { operation: 'other', reason: 'outage', untilMs: simulation.nowMs() + 5_000 },
      pause: { reason: 'outage', untilMs: simulation.nowMs() + 5_000 },
    },
  ])
})
