import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRateWindows } from './rate-windows.ts'

const FACTS = {
  method: 'POST',
  path: '/api/events',
  burst: { count: 3, windowMs: 1_000 },
  steady: { count: 10, windowMs: 60_000 },
  limits: {},
}

it('takes as many calls as a window has, and again in the next', () => {
  const windows = createRateWindows(FACTS)
  expect([0, 0, 999, 999, 1_000].map((atMs) => windows.take(atMs))).toEqual([true, true, true, false, true])
})

it('begins its windows at the phase', () => {
  const windows = createRateWindows(FACTS, 400)
  expect([0, 0, 0, 400, 400, 400, 1_399].map((atMs) => windows.take(atMs))).toEqual([
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ])
})

it('says what is left of the steady window and when it ends', () => {
  const windows = createRateWindows(FACTS)
  windows.take(0)
  windows.take(1_500)
  expect(windows.steadyAt(1_500)).toEqual({ limitCount: 10, remainingCount: 8, endsAtMs: 60_000 })
  expect(windows.steadyAt(60_000)).toEqual({ limitCount: 10, remainingCount: 10, endsAtMs: 120_000 })
})

it('is never exceeded by calls that begin when it is free, and has no room any earlier', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 }), fc.nat(59_999), (waits, phaseMs) => {
      const windows = createRateWindows(FACTS, phaseMs)
      let nowMs = 0
      for (const waitMs of waits) {
        const wantedMs = nowMs + waitMs
        nowMs = windows.freeFrom(wantedMs)
        expect(windows.freeFrom(Math.max(wantedMs, nowMs - 1))).toBe(nowMs)
        expect(windows.take(nowMs)).toBe(true)
      }
    }),
  )
})
