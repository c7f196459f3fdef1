import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { COMPARISONS, type FilterFields, applyFilter, textField, timeField } from './filter.ts'

interface Item {
  readonly name: string
  readonly atMs: number
}

const FIELDS: FilterFields<Item> = {
  name: textField(({ name }) => [name]),
  at: timeField(({ atMs }) => [atMs], COMPARISONS),
  'a.b': textField(() => [], ['has']),
}
const DAY = (day: number) => Date.UTC(2026, 0, day)
const ITEMS: Item[] = [
  { name: 'ana', atMs: DAY(1) },
  { name: 'ben', atMs: DAY(2) },
  { name: 'it\'s "x", [y] (z)\\', atMs: DAY(3) },
]
/** Any sign, and often one that means something in a filter. fast-check's own `binary` takes seconds to begin. */
const SIGNS = fc.oneof(
  fc.constantFrom('"', "'", '\\', ',', ']', ')', '\n'),
  fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCodePoint(unit)),
)
const found = (filter: string) => applyFilter(ITEMS, filter, FIELDS).map((item) => ITEMS.indexOf(item))

describe('a filter', () => {
  it.each([
    ['equals(name,"ana")', [0]],
    ["equals(name,'ana')", [0]],
    ['equals( name , "ana" )', [0]],
    ['any(name,["ana","ben","zoe"])', [0, 1]],
    ["any(name,['ana'])", [0]],
    ['greater-than(at,2026-01-02T00:00:00Z)', [2]],
    ['greater-or-equal(at,"2026-01-02T00:00:00+00:00")', [1, 2]],
    ['less-than(at,2026-01-02)', [0]],
    ['less-or-equal(at,2026-01-02T00:00:00.000Z)', [0, 1]],
    ['greater-than(at,2026-01-01),any(name,["ana","ben"])', [1]],
    ['and(greater-than(at,2026-01-01),less-than(at,2026-01-03))', [1]],
    ['has(a.b)', []],
  ])('%s', (filter, expected) => {
    expect(found(filter)).toEqual(expected)
  })

  it.each([
    '',
    'name=ana',
    'equals',
    'equals(name)',
    'equals(name,)',
    'equals(name,"ana"',
    'equals(name,"ana"))',
    'equals(name,"ana)',
    'equals(name,["ana"])',
    'any(name,"ana")',
    'any(name,[])',
    'any(name,["ana",])',
    'equals("name","ana")',
    'equals(name,"ana"),',
    'and()',
    'or(equals(name,"ana"),equals(name,"ben"))',
    'contains(name,"a")',
    'equals(shoe_size,"3")',
    'equals(constructor,"3")',
    'greater-than(at,soon)',
  ])('%s is refused and named', (filter) => {
    const refusal = catching(() => found(filter))
    expect(refusal).toMatchObject({ status: 400, faults: [{ parameter: 'filter' }] })
  })

  it('finds any text that is quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: SIGNS }), { minLength: 1 }), (names) => {
        const items = names.map((name): Item => ({ name, atMs: 0 }))
        const quoted = names.map((name) => `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`)
        expect(applyFilter(items, `any(name,[${quoted.join(',')}])`, FIELDS)).toEqual(items)
      }),
    )
  })

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (filter) => {
        const refusal = catching(() => found(filter))
        expect(refusal === undefined || refusal instanceof Refusal).toBe(true)
      }),
    )
  })
})

function catching(work: () => unknown): unknown {
  try {
    work()
    return undefined
  } catch (error) {
    return error
  }
}
