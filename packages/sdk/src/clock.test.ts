import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'

// The platform's own timers are replaced, not a module of ours: a test cannot wait for 25 days.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000

it.each([
  { name: 'at once', ms: 0 },
  { name: 'a second', ms: 1_000 },
  { name: 'the longest that the platform knows', ms: 2 ** 31 - 1 },
  { name: 'a millisecond more than that', ms: 2 ** 31 },
  { name: 'a hundred days', ms: 100 * DAY_MS },
])('calls back once and in time: $name', ({ ms }) => {
  const calledAtMs: number[] = []
  const startMs = systemClock.now()
  systemClock.setTimer(() => calledAtMs.push(systemClock.now() - startMs), ms)
  vi.advanceTimersByTime(ms + 50 * DAY_MS)
  expect(calledAtMs).toEqual([ms])
})

it('calls nothing once it is called off, even far into a long wait', () => {
  const run = vi.fn<() => void>()
  const cancel = systemClock.setTimer(run, 60 * DAY_MS)
  vi.advanceTimersByTime(59 * DAY_MS)
  cancel()
  vi.advanceTimersByTime(10 * DAY_MS)
  expect(run).not.toHaveBeenCalled()
})
