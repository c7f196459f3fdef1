import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, retryAfterMsOf } from './retry-wait.ts'

describe('Retry-After', () => {
  it.each([
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['0', undefined],
    ['2', 2_000],
    ['2024', 2_024_000],
    ['86400', 3_600_000],
    ['Sat, 15 Jun 2024 12:00:00 GMT', undefined],
    ['Fri, 15 Jun 9999 12:00:00 GMT', 3_600_000],
  ])('%j is %j ms', (value, waitMs) => {
    expect(retryAfterMsOf(value)).toBe(waitMs)
  })

  it('never asks for less than nothing or more than an hour, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.date().map(String), fc.integer().map(String)), (value) => {
        const waitMs = retryAfterMsOf(value) ?? 0
        return waitMs >= 0 && waitMs <= 3_600_000
      }),
    )
  })
})

it('a wait is between the half and the whole of twice the one before, and at most 30 s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (failureCount) => {
      const mostMs = Math.min(500 * 2 ** (failureCount - 1), 30_000)
      const waitMs = backoffMs(failureCount)
      return waitMs >= mostMs / 2 && waitMs <= mostMs
    }),
  )
})
