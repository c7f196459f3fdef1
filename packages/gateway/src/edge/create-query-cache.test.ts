import { expect, it } from 'vitest'
import { createQueryCache } from './create-query-cache.ts'

it('remembers a query text, and forgets one that is long', () => {
  const cache = createQueryCache<{ id: number }>()
  const long = 'x'.repeat(10_001)
  cache.set('{ a }', { id: 1 })
  cache.set(long, { id: 2 })
  expect([cache.get('{ a }'), cache.get(long), cache.get('{ b }')]).toEqual([{ id: 1 }, undefined, undefined])
})
