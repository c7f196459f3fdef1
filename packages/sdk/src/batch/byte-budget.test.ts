import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createByteBudget, fitsBytes } from './byte-budget.ts'
import { utf8Length } from './utf8-length.ts'

const encoder = new TextEncoder()
// Units of one, two, three and four bytes, and halves of pairs.
const text = fc.string({ unit: fc.constantFrom('a', 'ü', '€', '😀', '\ud83d', '\ude00', '\u0000', '߿', 'ࠀ') })

it('a text has as many bytes as it is sent with', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(utf8Length(given)).toBe(encoder.encode(given).length)
    }),
  )
})

it('a text fits when it does, to the byte', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { length } = encoder.encode(given)
      expect([fitsBytes(given, length), fitsBytes(given, length - 1)]).toEqual([true, false])
    }),
  )
})

it('a budget takes what fits, refuses what does not, and goes on', () => {
  const piece = fc.record({ texts: fc.array(text, { maxLength: 3 }), aroundBytes: fc.nat(5) })
  fc.assert(
    fc.property(fc.array(piece), fc.nat(200), (pieces, maxBytes) => {
      const budget = createByteBudget(maxBytes)
      let usedBytes = 0
      for (const { texts, aroundBytes } of pieces) {
        const bytes = texts.reduce((sum, each) => sum + encoder.encode(each).length, aroundBytes)
        const fits = usedBytes + bytes <= maxBytes
        expect(budget.take(texts, aroundBytes)).toBe(fits)
        if (fits) usedBytes += bytes
      }
    }),
  )
})
