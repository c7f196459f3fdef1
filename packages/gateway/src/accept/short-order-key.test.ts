import { expect, it } from 'vitest'
import { shortOrderKey } from './short-order-key.ts'

it.each([
  ['e:alex@example.com', 'e:alex@example.com'],
  [`x:${'u'.repeat(198)}`, `x:${'u'.repeat(198)}`],
])('%s stays', (key, kept) => {
  expect(shortOrderKey(key)).toBe(kept)
})

it('a longer one is kept by its letter and digest; equal keys stay equal, others differ', () => {
  const key = `x:${'u'.repeat(199)}`
  expect(shortOrderKey(key)).toMatch(/^x:#[0-9a-f]{64}$/)
  expect(shortOrderKey(`x:${'u'.repeat(199)}`)).toBe(shortOrderKey(key))
  expect(shortOrderKey(`x:${'u'.repeat(200)}`)).not.toBe(shortOrderKey(key))
})
