import type { Condition } from './filter-grammar.ts'
import { type FilterFields, readFilter } from './filter.ts'
import type { Placed } from './sort.ts'

/** Items that can be found without looking at all of them. */
export interface Findable<Item> {
  readonly fields: FilterFields<Item>
  /** All, in the order of their places. */
  readonly all: () => readonly Item[]
  /** The item with that value in that field; `undefined` for a field that leads to no single item. */
  readonly byField: (field: string, value: string) => { readonly item: Item | undefined } | undefined
}

/**
 * What `applyFilter` would find, in the order of the places; where a condition names the items, without looking at the
 * others: an account can have a million. Throws a 400 for a filter that cannot be understood.
 */
export function findByFilter<Item extends Placed>(
  filter: string | undefined,
  { fields, all, byField }: Findable<Item>,
): readonly Item[] {
  if (filter === undefined) return all()
  const { conditions, fits } = readFilter(filter, fields)
  for (const condition of conditions.filter(isAboutEquality)) {
    const found = condition.values.map((value) => byField(condition.field, value))
    if (found.some((one) => one === undefined)) continue
    const byPlace = new Map(found.flatMap((one) => (one?.item === undefined ? [] : [[one.item.place, one.item]])))
    return [...byPlace.values()].filter(fits).toSorted((left, right) => left.place - right.place)
  }
  return all().filter(fits)
}

const isAboutEquality = ({ operator }: Condition) => operator === 'equals' || operator === 'any'
