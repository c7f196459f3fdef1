import { expect, it } from 'vitest'
import { BULK, createRateSimulation, remaining } from './testing/rate-simulation.ts'

const takeOver = () => createRateSimulation(BULK, { isNewHolder: true })

it('a new holder begins nothing in the first second', () => {
  const simulation = takeOver()
  const startMs = simulation.nowMs()
  expect(simulation.limiter.take('op')).toBeUndefined()
  expect(simulation.limiter.nextAtMs('op')).toBe(startMs + 1_000)
  expect(simulation.limiter.heldBy('op')?.untilMs).toBe(startMs + 1_000)
  simulation.goTo(startMs + 1_000)
  expect(simulation.limiter.freeCount('op')).toBe(1)
})

it('an operation first used later has not to wait again', () => {
  const simulation = takeOver()
  simulation.goTo(simulation.nowMs() + 5_000)
  expect(simulation.limiter.take('op')).toBeDefined()
})

it('calls go one at a time until one was answered, and then by what it says is left', () => {
  const simulation = takeOver()
  const { limiter } = simulation
  simulation.goTo(simulation.nowMs() + 1_000)
  const first = limiter.take('op')
  expect(limiter.take('op')).toBeUndefined()
  expect(limiter.nextAtMs('op')).toBe(Infinity)

  // Cut off: nothing is known yet.
  first?.answered()
  const second = limiter.take('op')
  expect(second).toBeDefined()
  expect(limiter.take('op')).toBeUndefined()

  second?.answered(remaining(0, 40))
  expect(limiter.heldBy('op')).toEqual({ operation: 'op', reason: 'steady', untilMs: simulation.nowMs() + 40_000 })
  simulation.goTo(simulation.nowMs() + 40_000)
  expect(limiter.freeCount('op')).toBe(10)
})

it('an answer that says nothing of what is left ends the caution', () => {
  const simulation = takeOver()
  const { limiter } = simulation
  simulation.goTo(simulation.nowMs() + 1_000)
  limiter.take('op')?.answered(new Headers())
  expect(limiter.freeCount('op')).toBe(9)
})
