/** How to order by each field that `sort` may name. */
export type SortFields<Item> = Readonly<Record<string, (item: Item) => string | number>>

/** The items in the order of `sort`, where a `-` reverses it. An order that is not known leaves them as they are. */
export function applySort<Item>(items: readonly Item[], sort: unknown, fields: SortFields<Item>): readonly Item[] {
  if (typeof sort !== 'string') return items
  const isDescending = sort.startsWith('-')
  const read = fields[isDescending ? sort.slice(1) : sort]
  if (read === undefined) return items
  const sorted = items.toSorted((left, right) => compare(read(left), read(right)))
  return isDescending ? sorted.reverse() : sorted
}

const compare = (left: string | number, right: string | number) => (left < right ? -1 : left > right ? 1 : 0)
