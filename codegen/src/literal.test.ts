import { expect, it } from 'vitest'
import { literal } from './literal.ts'

it.each([
  ["it's", `'it\\'s'`],
  ['say "so"', `'say "so"'`],
  ['a\\b\n', String.raw`'a\\b\n'`],
  [[1, 'a', true], `[1, 'a', true]`],
  [{ a: 1, 'b-c': undefined, 'd-e': null }, `{ a: 1, 'd-e': null }`],
  [{}, '{}'],
])('%j is written as TypeScript', (value, text) => {
  expect(literal(value, 0)).toBe(text)
})
