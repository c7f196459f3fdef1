import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createQueue } from './entry-queue.ts'

it('a queue gives what was put in, in order, however the two alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ pushCount: fc.nat(6000), shiftCount: fc.nat(6000) })), (steps) => {
      const queue = createQueue<number>()
      let [pushed, shifted] = [0, 0]
      for (const { pushCount, shiftCount } of steps) {
        for (let index = 0; index < pushCount; index++) queue.push(pushed++)
        for (let index = 0; index < shiftCount; index++) {
          const item = queue.shift()
          if (item !== (shifted < pushed ? shifted++ : undefined)) return false
        }
      }
      return true
    }),
    { numRuns: 30 },
  )
  expect(createQueue().shift()).toBeUndefined()
})
