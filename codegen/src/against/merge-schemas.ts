import type { Schema } from '../openapi/document.ts'

const pairs = new WeakMap<Schema, WeakMap<Schema, Schema>>()

/**
 * A schema that holds both. The same two give the same object, so that a comparison of schemas that contain themselves
 * notices that it was here before.
 */
export function mergeSchemas(first: Schema, second: Schema): Schema {
  if (first === second) return first
  const ofFirst = pairs.get(first) ?? new WeakMap<Schema, Schema>()
  pairs.set(first, ofFirst)
  const known = ofFirst.get(second)
  if (known !== undefined) return known
  const merged: Schema = { allOf: [first, second] }
  ofFirst.set(second, merged)
  return merged
}
