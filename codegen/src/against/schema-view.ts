import type { Schema } from '../openapi/document.ts'

/** Bounds and other one-value keywords that are compared as they stand. */
export const KEYWORDS = [
  'format',
  'default',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const

/** What a schema says, however it is written: references, `allOf`, `nullable` and lists of types are resolved. */
export interface SchemaView {
  /** Without `null`; `undefined` when any type goes. `integer` beside `number` is dropped. */
  readonly types: readonly string[] | undefined
  /** What a missing `type` must have been, judged by the other keywords: official documents leave it out at places. */
  readonly likelyTypes: readonly string[] | undefined
  readonly nullable: boolean
  /** The allowed values as JSON text, without `null`; `undefined` when any value goes. */
  readonly values: readonly string[] | undefined
  readonly keywords: ReadonlyMap<string, unknown>
  readonly properties: ReadonlyMap<string, Schema>
  readonly required: ReadonlySet<string>
  /** What a property that is not listed may be. */
  readonly others: Schema | 'anything' | 'forbidden'
  readonly items: Schema | undefined
  /** The members of `oneOf` or `anyOf`, unless they say no more than a list of types. */
  readonly variants: readonly Schema[]
}
