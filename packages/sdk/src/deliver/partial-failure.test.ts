import { expect, it } from 'vitest'
import { partialFailuresOf } from './partial-failure.ts'

it.each([
  ['phone_number', ['phone_number']],
  ['phone_number, location.ip', ['phone_number', 'location.ip']],
  ['', []],
  ['alex@example.com', []],
])('reads "%s" as %j', (value, paths) => {
  const warnings = partialFailuresOf(new Headers({ 'X-Klaviyo-Partial-Failure': value }))
  expect(warnings.map(({ path, code }) => ({ path, code }))).toEqual(
    paths.map((path) => ({ path, code: 'PARTIAL_FAILURE' })),
  )
  expect(warnings.every(({ path, message }) => message.includes(path))).toBe(true)
})

it('finds nothing in an answer without the header', () => {
  expect(partialFailuresOf(new Headers())).toEqual([])
})
