import { Refusal } from '../refusal.ts'
import { type Condition, parseFilter } from './filter-grammar.ts'

/** A field that a filter may name, and what it holds. */
export interface FilterField<Item> {
  readonly operators: readonly string[]
  /** The values of the item; a condition holds when one of them fits. */
  readonly read: (item: Item) => readonly (string | number | boolean)[]
  /** The value of a condition as the type of `read`; `undefined` when it cannot be one. */
  readonly literal: (text: string) => string | number | boolean | undefined
}

export type FilterFields<Item> = Readonly<Record<string, FilterField<Item>>>

type Values = readonly (string | number | boolean)[]

const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  'greater-than': (left, right) => left > right,
  'greater-or-equal': (left, right) => left >= right,
  'less-than': (left, right) => left < right,
  'less-or-equal': (left, right) => left <= right,
}

/** The items that a filter leaves. Without a filter, all. Throws a 400 for a filter that cannot be understood. */
export function applyFilter<Item>(
  items: readonly Item[],
  filter: string | undefined,
  fields: FilterFields<Item>,
): readonly Item[] {
  if (filter === undefined) return items
  return items.filter(readFilter(filter, fields).fits)
}

/** A filter that was understood. Throws a 400 for one that cannot be. */
export function readFilter<Item>(
  filter: string,
  fields: FilterFields<Item>,
): { readonly conditions: readonly Condition[]; readonly fits: (item: Item) => boolean } {
  const conditions = parseFilter(filter)
  if (conditions === undefined) throw filterRefusal('This is not a filter expression.')
  const tests = conditions.map((condition) => testOf(condition, fields))
  return { conditions, fits: (item) => tests.every((test) => test(item)) }
}

function testOf<Item>(condition: Condition, fields: FilterFields<Item>): (item: Item) => boolean {
  const { operator, isList } = condition
  const field = Object.hasOwn(fields, condition.field) ? fields[condition.field] : undefined
  if (field === undefined) throw filterRefusal(`"${condition.field}" is not a field to filter by.`)
  if (!field.operators.includes(operator)) {
    throw filterRefusal(`"${condition.field}" can be filtered by ${field.operators.join(', ')}.`)
  }
  if (operator === 'has') return (item) => field.read(item).length > 0
  if (isList !== (operator === 'any')) throw filterRefusal(`"${operator}" takes ${isList ? 'one value' : 'a list'}.`)
  const literals = condition.values.map((value) => {
    const literal = field.literal(value)
    if (literal === undefined) throw filterRefusal(`A value for "${condition.field}" cannot be read.`)
    return literal
  })
  if (literals.length === 0) throw filterRefusal(`"${operator}" needs a value.`)
  const fits = fitsAny(operator, literals)
  return (item) => fits(field.read(item))
}

function fitsAny(operator: string, literals: Values): (values: Values) => boolean {
  const compare = COMPARE[operator]
  if (compare !== undefined) {
    const right = Number(literals[0])
    return (values) => values.some((value) => compare(Number(value), right))
  }
  const wanted = new Set(literals)
  return (values) => values.some((value) => wanted.has(value))
}

const filterRefusal = (detail: string) => new Refusal(400, [{ detail, parameter: 'filter' }])

/** A field of texts. */
export const textField = <Item>(read: (item: Item) => readonly string[], operators = ['equals', 'any']) =>
  ({ operators, read, literal: (text) => text }) satisfies FilterField<Item>

/** A field of times, read in milliseconds. */
export const timeField = <Item>(read: (item: Item) => readonly number[], operators: readonly string[]) =>
  ({
    operators,
    read,
    literal: (text) => {
      const timeMs = Date.parse(text)
      return Number.isNaN(timeMs) ? undefined : timeMs
    },
  }) satisfies FilterField<Item>

/** All four comparisons. */
export const COMPARISONS: readonly string[] = Object.keys(COMPARE)
