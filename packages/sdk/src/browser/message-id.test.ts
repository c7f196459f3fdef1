import { afterEach, expect, it, vi } from 'vitest'
import { newMessageId } from './message-id.ts'

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a messageId is a UUID of version 4, on a page without TLS too, and never the same', () => {
  const ids = Array.from({ length: 50 }, newMessageId)
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  ids.push(...Array.from({ length: 50 }, newMessageId))
  for (const id of ids) expect(id).toMatch(UUID_4)
  expect(new Set(ids).size).toBe(100)
})

it('without TLS every bit that may vary does', () => {
  const digits = Array.from('10000000-1000-4000-8000-100000000000', () => new Set<string>())
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  for (let count = 0; count < 400; count += 1)
    newMessageId()
      .split('')
      .forEach((digit, index) => digits[index]?.add(digit))
  expect(digits.map(({ size }) => size).join(' ')).toBe(
    '16 16 16 16 16 16 16 16 1 16 16 16 16 1 1 16 16 16 1 4 16 16 16 1 16 16 16 16 16 16 16 16 16 16 16 16',
  )
})
