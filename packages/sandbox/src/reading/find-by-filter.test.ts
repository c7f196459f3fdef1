import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyFilter, textField } from './filter.ts'
import { findByFilter } from './find-by-filter.ts'

interface Person {
  readonly place: number
  readonly name: string
  readonly town: string
}

const FIELDS = { name: textField<Person>(({ name }) => [name]), town: textField<Person>(({ town }) => [town]) }
const names = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const conditions = fc.oneof(
  fc.tuple(fc.constantFrom('name', 'town'), names).map(([field, value]) => `equals(${field},"${value}")`),
  fc
    .tuple(fc.constantFrom('name', 'town'), fc.array(names, { minLength: 1 }))
    .map(([field, values]) => `any(${field},${JSON.stringify(values)})`),
)

it('finds by a field what a look at all items finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ name: names, town: names }), { selector: ({ name }) => name }),
      fc.option(fc.array(conditions, { minLength: 1, maxLength: 3 }), { nil: undefined }),
      (people, written) => {
        const items = people.map((person, place) => ({ ...person, place }))
        const filter = written?.join(',')
        const found = findByFilter(filter, {
          fields: FIELDS,
          all: () => items,
          byField: (field, value) =>
            field === 'name' ? { item: items.find(({ name }) => name === value) } : undefined,
        })
        expect(found).toEqual(applyFilter(items, filter, FIELDS))
      },
    ),
  )
})

it('does not look at all items when a condition names some', () => {
  const ana = { place: 0, name: 'ana', town: 'Porto' }
  const found = findByFilter('any(name,["ana","none"]),equals(town,"Porto")', {
    fields: FIELDS,
    all: () => {
      throw new Error('it looked at all items')
    },
    byField: (field, value) => (field === 'name' ? { item: value === 'ana' ? ana : undefined } : undefined),
  })
  expect(found).toEqual([ana])
})
