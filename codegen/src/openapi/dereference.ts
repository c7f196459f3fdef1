import { CodegenError } from '../codegen-error.ts'

/**
 * The target of one `#/components/<kind>/<name>`.
 * @throws {CodegenError} on a reference to elsewhere or to nothing.
 */
export function lookUp<T>($ref: string, kind: string, named: Record<string, T> | undefined): T {
  const prefix = `#/components/${kind}/`
  if (!$ref.startsWith(prefix))
    throw new CodegenError(`reference "${$ref}" is not supported; write it as ${prefix}<name>.`)
  const target = named?.[$ref.slice(prefix.length)]
  if (target === undefined)
    throw new CodegenError(`reference "${$ref}" leads to nothing; add it to components.${kind}.`)
  return target
}

/**
 * Follows references until something else is reached; what stands beside a `$ref` is dropped.
 * @throws {CodegenError} also on a reference that leads back to itself.
 */
export function dereference<T extends { $ref?: string | undefined }>(
  node: T,
  kind: string,
  named: Record<string, T> | undefined,
): T {
  const seen = new Set<T>()
  let current = node
  while (current.$ref !== undefined) {
    if (seen.has(current)) throw new CodegenError(`reference "${current.$ref}" leads back to itself.`)
    seen.add(current)
    current = lookUp(current.$ref, kind, named)
  }
  return current
}
