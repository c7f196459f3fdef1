import { describe, expect, it } from 'vitest'
import type { Difference } from './difference.ts'
import { matchesPlace } from './intended-difference.ts'
import type { IntendedDifference } from './intended-difference.ts'
import { makeReport } from './report.ts'

const added = (at: string): Difference => ({ at, kind: 'property-added', ours: 'a property', official: undefined })
const rule = (at: string, more: Partial<IntendedDifference> = {}): IntendedDifference => ({
  revision: '*',
  at,
  kind: 'property-added',
  reason: 'because we want it so',
  ...more,
})
const report = (rules: IntendedDifference[]) => makeReport('2024-06-15', 1, [added('a/x'), added('a/y')], rules)

describe('the places of a rule', () => {
  it.each([
    ['a/request/data[]', 'a/request/data[]', true],
    ['a/request/data[]', 'a/request/data', false],
    ['*/request', 'a/request', true],
    ['*/request', 'a/b/request', false],
    ['**/request', 'a/b/request', true],
    ['*/request/**', 'a/request/data/b', true],
    ['*/request/**', 'a/request', false],
    ['*/included[]<*>/x', 'a/included[]<list>/x', true],
    ['a.c', 'abc', false],
    ['a', 'ab', false],
  ])('%s and %s', (pattern, place, matches) => {
    expect(matchesPlace(pattern, place)).toBe(matches)
  })
})

describe('the report', () => {
  it('is clean when a rule means each difference, and counts them per rule', () => {
    const { text, clean } = report([rule('a/*')])
    expect(clean).toBe(true)
    expect(text).toContain(
      'intended, 2: because we want it so\n  a/x: property-added: ours a property, official nothing\n',
    )
    expect(text).toContain('2024-06-15: 1 operations compared; 2 differences: 2 on purpose, 0 to mend, 0 stale rules\n')
  })

  it('lists what no rule means', () => {
    const { text, clean } = report([rule('a/x')])
    expect(clean).toBe(false)
    expect(text).toMatch(/to mend, 1: .*\n {2}a\/y: property-added/)
  })

  it.each([
    ['of another place', rule('b/*')],
    ['of another kind', rule('a/*', { kind: 'property-left-out' })],
  ])('fails on a rule %s', (_name, stale) => {
    const { text, clean } = report([rule('a/*'), stale])
    expect(clean).toBe(false)
    expect(text).toContain('this rule matches nothing; remove it')
  })

  it('leaves out rules of other revisions', () => {
    expect(report([rule('a/*'), rule('b/*', { revision: ['2026-07-15'] })]).clean).toBe(true)
    expect(report([rule('a/*', { revision: ['2026-07-15'] })]).clean).toBe(false)
  })
})
