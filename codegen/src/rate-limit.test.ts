import { expect, it } from 'vitest'
import { parseRateLimit } from './rate-limit.ts'

it.each([
  ['75/s', { count: 75, windowMs: 1_000 }],
  ['3500/m', { count: 3_500, windowMs: 60_000 }],
  ['2/h', { count: 2, windowMs: 3_600_000 }],
  ['100/d', { count: 100, windowMs: 86_400_000 }],
])('%s is a count in a window', (text, rate) => {
  expect(parseRateLimit(text, 'x burst')).toEqual(rate)
})

it.each(['', '75', '75/w', '0/s', '-1/s', '1.5/s', ' 75/s', '75/s '])('"%s" is refused with its place', (text) => {
  expect(() => parseRateLimit(text, 'create_event burst')).toThrow(/^create_event burst: rate limit/)
})
