import { decodePart } from './decode-part.ts'
import type { Operation } from './openapi/operation.ts'

/** What a method and a path lead to. */
export type Route =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly path: PathValues }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown-path' }

/** The values of a path's placeholders by their name. */
export type PathValues = Readonly<Record<string, string>>

/** Finds the operation of a request. A trailing slash does not matter. */
export type Router = (method: string, pathname: string) => Route

interface Candidate {
  readonly operation: Operation
  readonly parts: readonly string[]
}

/** Builds the look-up for the operations of one document. */
export function createRouter(operations: readonly Operation[]): Router {
  const bySize = Map.groupBy(
    operations.map((operation): Candidate => ({ operation, parts: split(operation.path) })),
    (candidate) => candidate.parts.length,
  )
  return (method, pathname) => {
    const parts = split(pathname)
    const fitting = (bySize.get(parts.length) ?? []).filter((candidate) => fits(candidate.parts, parts))
    const found = fitting.find(({ operation }) => operation.method === method)
    if (found !== undefined) {
      return { kind: 'operation', operation: found.operation, path: valuesOf(found.parts, parts) }
    }
    if (fitting.length === 0) return { kind: 'unknown-path' }
    return { kind: 'wrong-method', allowed: fitting.map(({ operation }) => operation.method) }
  }
}

const split = (path: string) => path.replace(/\/+$/, '').split('/').slice(1)

const isPlaceholder = (part: string) => part.startsWith('{')

const fits = (template: readonly string[], parts: readonly string[]) =>
  template.every((part, index) => (isPlaceholder(part) ? parts[index] !== '' : part === parts[index]))

function valuesOf(template: readonly string[], parts: readonly string[]): PathValues {
  const values = template.flatMap((part, index) =>
    isPlaceholder(part) ? [[part.slice(1, -1), decodePart(parts[index] ?? '')] as const] : [],
  )
  return Object.fromEntries(values)
}
