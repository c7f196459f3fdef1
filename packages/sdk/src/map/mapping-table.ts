import type { Revision } from '../revision.ts'
import type { CoercionName } from './coerce.ts'

/** One Klaviyo field: where it comes from, in order of precedence, and how the value is read. */
export interface FieldRow<Name extends CoercionName = CoercionName> {
  /** The path below the object that the table is about, for example `location.city`. */
  readonly to: string
  /** Paths in the RudderStack event; the first usable one wins. */
  readonly from: readonly string[]
  /** Paths that are read, in events with properties, only if nothing else identifies the person. */
  readonly lastResort?: readonly string[]
  readonly as: Name
  /** The revisions that have the field. Default: all. */
  readonly revisions?: readonly Revision[]
}

/** One source of a row: what the row fills, and the place of the source among those of the row; the lowest usable one wins. */
export interface Source<Target> {
  readonly target: Target
  readonly rank: number
}

/** Where a key of a container leads: it is a source of a field, or a container with further keys. */
export interface Route<Target> {
  readonly source: Source<Target> | undefined
  readonly below: Routes<Target> | undefined
}

/** The routes of one container (`traits`, `context.traits.address`, …) by key. */
export type Routes<Target> = ReadonlyMap<string, Route<Target>>

interface MutableRoute<Target> {
  source: Source<Target> | undefined
  below: Map<string, MutableRoute<Target>> | undefined
}

/**
 * Turns rows inside out, once, at load: from "field ← paths" to "container → key → field". Mapping an event then looks
 * up each key that is present, once, instead of each path that is possible.
 */
export function compileRoutes<Target>(targets: readonly (readonly [FieldRow, Target])[]): Routes<Target> {
  const root = new Map<string, MutableRoute<Target>>()
  for (const [row, target] of targets) {
    for (const [rank, path] of row.from.entries()) addRoute(root, path.split('.'), { target, rank })
  }
  return root
}

function addRoute<Target>(
  root: Map<string, MutableRoute<Target>>,
  path: readonly string[],
  source: Source<Target>,
): void {
  let routes = root
  for (const [depth, key] of path.entries()) {
    let route = routes.get(key)
    if (route === undefined) {
      route = { source: undefined, below: undefined }
      routes.set(key, route)
    }
    if (depth === path.length - 1) {
      if (route.source !== undefined) throw new Error(`two rows of the mapping read ${path.join('.')}`)
      route.source = source
    } else {
      route.below ??= new Map()
      routes = route.below
    }
  }
}
