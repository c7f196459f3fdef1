/** How to order by each field that `sort` may name. */
export type SortFields<Item> = Readonly<Record<string, (item: Item) => string | number>>

/** What a page can be made of: items that keep the place in which they came. */
export interface Placed {
  readonly place: number
}

/** Where an item stands in an order; it stays where it is when others come or go. */
export interface Position extends Placed {
  readonly key: string | number
}

/** An order of items. */
export interface Order<Item> {
  readonly sort: (items: readonly Item[]) => readonly Item[]
  readonly positionOf: (item: Item) => Position
  /** Below 0 when the left one comes first. */
  readonly compare: (left: Position, right: Position) => number
}

/** The order that `sort` names, where a `-` reverses it; of equals, in the order in which they came. Else as they came. */
export function orderOf<Item extends Placed>(sort: string, fields: SortFields<Item>): Order<Item> {
  const isDescending = sort.startsWith('-')
  const read = Object.hasOwn(fields, isDescending ? sort.slice(1) : sort)
    ? fields[isDescending ? sort.slice(1) : sort]
    : undefined
  const positionOf = (item: Item) => ({ key: read?.(item) ?? 0, place: item.place })
  const direction = isDescending ? -1 : 1
  const compare = (left: Position, right: Position) =>
    direction * (compareKeys(left.key, right.key) || left.place - right.place)
  return {
    positionOf,
    compare,
    sort: (items) => {
      // Stores give their items in the order of their places.
      if (read === undefined && !isDescending) return items
      const positions = items.map((item) => ({ item, position: positionOf(item) }))
      return positions.toSorted((left, right) => compare(left.position, right.position)).map(({ item }) => item)
    },
  }
}

const compareKeys = (left: string | number, right: string | number) => (left < right ? -1 : left > right ? 1 : 0)
