import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOrderQueues, type Ordered } from './order-queues.ts'

interface Item extends Ordered {
  readonly name: number
}

const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
/** Adds an item with these keys, or takes out one of those that may go. */
const step = fc.oneof(fc.record({ add: keys }), fc.record({ remove: fc.nat() }))

const shareKey = (one: Ordered, other: Ordered) => one.keys.some((key) => other.keys.includes(key))

describe('order queues', () => {
  it('let an entry go exactly when nothing earlier that shares a key is left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const first = new Set<Item>()
        const queues = createOrderQueues<Item>((item) => {
          expect(first.has(item)).toBe(false)
          first.add(item)
        })
        // The rule itself, without queues: all that is left, in the order of arrival.
        let left: Item[] = []
        const mayGo = () =>
          left.filter((item, index) => !left.slice(0, index).some((earlier) => shareKey(earlier, item)))
        for (const [name, action] of steps.entries()) {
          if ('add' in action) {
            const item = { name, keys: action.add }
            left.push(item)
            queues.add(item)
          } else {
            const candidates = [...first]
            const item = candidates[action.remove % Math.max(1, candidates.length)]
            if (item === undefined) continue
            first.delete(item)
            left = left.filter((other) => other !== item)
            queues.remove(item)
          }
          expect([...first].toSorted((a, b) => a.name - b.name)).toEqual(mayGo())
          expect(queues.size).toBe(left.length)
        }
      }),
    )
  })

  it('refuse to take out what is not first', () => {
    const queues = createOrderQueues<Item>(() => {})
    queues.add({ name: 1, keys: ['a'] })
    const second = { name: 2, keys: ['b', 'a'] }
    queues.add(second)
    expect(() => queues.remove(second)).toThrow('first in all its queues')
  })

  it('stay fast for one person with very many events', () => {
    let next: Item | undefined
    const queues = createOrderQueues<Item>((item) => (next = item))
    const count = 100_000
    for (let name = 0; name < count; name += 1) queues.add({ name, keys: ['a'] })
    const startedAt = performance.now()
    let inOrderCount = 0
    for (let name = 0; name < count; name += 1) {
      if (next?.name === name) inOrderCount += 1
      if (next !== undefined) queues.remove(next)
    }
    expect(inOrderCount).toBe(count)
    expect(queues.size).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
