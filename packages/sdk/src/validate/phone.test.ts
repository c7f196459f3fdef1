import { expect, it } from 'vitest'
import { toE164 } from './phone.ts'

it('gives the same answer for a number the second time, and again when the cache has turned over', () => {
  const numbers = Array.from({ length: 10_500 }, (_, index) => `+1202555${String(index).padStart(4, '0').slice(-4)}`)
  const first = numbers.map((number) => toE164(number))
  expect(numbers.map((number) => toE164(number))).toEqual(first)
  expect(first.slice(0, 2)).toEqual(['+12025550000', '+12025550001'])
})

it('keeps what was read with a country apart from what was read without', () => {
  expect([toE164('070-123 45 67'), toE164('070-123 45 67', 'SE'), toE164('070-123 45 67')]).toEqual([
    undefined,
    '+46701234567',
    undefined,
  ])
})
