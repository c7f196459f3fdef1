import type { Schema } from '../openapi/document.ts'
import { mergeSchemas } from './merge-schemas.ts'
import { KEYWORDS } from './schema-view.ts'

/** A view while its parts are being collected. `types` and `values` still have their `null`. */
export interface DraftView {
  types: ReadonlySet<string> | undefined
  values: ReadonlySet<string> | undefined
  /** 3.0 says `nullable: true` beside a reference or a list of values that has no null, and means it. */
  alsoNull: boolean
  keywords: Map<string, unknown>
  properties: Map<string, Schema>
  required: Set<string>
  others: Schema | 'anything' | 'forbidden' | undefined
  items: Schema | undefined
  variants: Schema[]
}

function valuesOf(schema: Schema): ReadonlySet<string> | undefined {
  const listed = schema.enum ?? ('const' in schema ? [schema['const']] : undefined)
  return listed === undefined ? undefined : new Set(listed.map((value) => JSON.stringify(value)))
}

const othersOf = ({ additionalProperties }: Schema): DraftView['others'] => {
  if (additionalProperties === false) return 'forbidden'
  return additionalProperties === true ? 'anything' : additionalProperties
}

/** What a schema says itself, apart from `$ref`, `allOf`, `oneOf` and `anyOf`. */
export function draftOf(schema: Schema): DraftView {
  const type = schema.type === undefined ? undefined : new Set([schema.type].flat())
  return {
    types: type,
    values: valuesOf(schema),
    alsoNull: schema.nullable === true,
    keywords: new Map(KEYWORDS.filter((name) => schema[name] !== undefined).map((name) => [name, schema[name]])),
    properties: new Map(Object.entries(schema.properties ?? {})),
    required: new Set(schema.required),
    others: othersOf(schema),
    items: schema.items,
    variants: [],
  }
}

const both = <T>(first: ReadonlySet<T> | undefined, second: ReadonlySet<T> | undefined): ReadonlySet<T> | undefined =>
  first === undefined || second === undefined
    ? (first ?? second)
    : new Set([...first].filter((value) => second.has(value)))

/** Adds to `draft` what `other` says: both hold, as in `allOf`. */
export function mergeDraft(draft: DraftView, other: DraftView): void {
  draft.types = both(draft.types, other.types)
  draft.values = both(draft.values, other.values)
  draft.alsoNull ||= other.alsoNull
  for (const [name, value] of other.keywords) draft.keywords.set(name, value)
  for (const [name, property] of other.properties) {
    const known = draft.properties.get(name)
    draft.properties.set(name, known === undefined ? property : mergeSchemas(known, property))
  }
  for (const name of other.required) draft.required.add(name)
  draft.others ??= other.others
  draft.items = draft.items && other.items ? mergeSchemas(draft.items, other.items) : (draft.items ?? other.items)
  draft.variants.push(...other.variants)
}
