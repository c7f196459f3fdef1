import { CodegenError } from '../codegen-error.ts'
import { lookUp } from '../openapi/dereference.ts'
import type { OpenApiDocument, Schema } from '../openapi/document.ts'
import { draftOf, mergeDraft } from './draft-view.ts'
import type { DraftView } from './draft-view.ts'
import type { SchemaView } from './schema-view.ts'

/** No real document nests references, `allOf` and single variants deeper at one place. */
const MAX_DEPTH = 50

const NULL = 'null'

const isNull = (schema: Schema): boolean => schema.type === NULL

/** Text, or a list of texts: variants of different types say the same as one schema with a list of types. */
function mergeTypes(variants: readonly DraftView[]): DraftView | undefined {
  const types = variants.flatMap((variant) => [...(variant.types ?? [])])
  const isPlain = variants.every(({ types: own, values, variants: inner }) => own && !values && inner.length === 0)
  if (!isPlain || new Set(types).size < types.length) return undefined
  const union = draftOf({})
  for (const variant of variants) mergeDraft(union, { ...variant, types: undefined })
  return { ...union, types: new Set(types) }
}

/** `oneOf` and `anyOf` are treated alike: both are "one of these". */
function mergeVariants(draft: DraftView, listed: readonly Schema[], collectOne: (schema: Schema) => DraftView): void {
  const variants = listed.filter((variant) => !isNull(variant))
  if (variants.length < listed.length) draft.alsoNull = true
  const views = variants.map(collectOne)
  const merged = views.length === 1 ? views[0] : mergeTypes(views)
  if (merged !== undefined) return mergeDraft(draft, merged)
  draft.variants.push(...variants)
  const types = views.map((view) => view.types ?? likelyTypes(view))
  if (types.some((each) => each === undefined)) return
  mergeDraft(draft, draftOf({ type: types.flatMap((each) => [...(each ?? [])]) }))
}

function collect(schema: Schema, document: OpenApiDocument, depth: number): DraftView {
  if (depth > MAX_DEPTH)
    throw new CodegenError(
      `a schema contains itself through allOf, oneOf or anyOf: ${JSON.stringify(schema).slice(0, 80)}`,
    )
  const draft = draftOf(schema)
  if (schema.$ref !== undefined) {
    mergeDraft(draft, collect(lookUp(schema.$ref, 'schemas', document.components?.schemas), document, depth + 1))
  }
  for (const part of schema.allOf ?? []) mergeDraft(draft, collect(part, document, depth + 1))
  for (const listed of [schema.oneOf, schema.anyOf]) {
    if (listed !== undefined) mergeVariants(draft, listed, (one) => collect(one, document, depth + 1))
  }
  return draft
}

/** A list of values says the type as well. */
function typesOfValues({ values }: DraftView): ReadonlySet<string> | undefined {
  if (values === undefined) return undefined
  return new Set([...values].map((value) => (value === NULL ? NULL : typeof JSON.parse(value))))
}

function likelyTypes(draft: DraftView): ReadonlySet<string> | undefined {
  const { properties, items, others } = draft
  if (draft.values !== undefined) return typesOfValues(draft)
  if (properties.size > 0 || others !== undefined) return new Set(['object'])
  return items === undefined ? undefined : new Set(['array'])
}

function isNullable({ types, values, alsoNull }: DraftView): boolean {
  if (alsoNull) return true
  if (values !== undefined) return values.has(NULL) && (types?.has(NULL) ?? true)
  return types?.has(NULL) ?? false
}

const withoutNull = (names: ReadonlySet<string>): string[] => [...names].filter((name) => name !== NULL).toSorted()

function nameTypes(types: ReadonlySet<string> | undefined): string[] | undefined {
  if (types === undefined) return undefined
  const named = withoutNull(types)
  return named.includes('number') ? named.filter((name) => name !== 'integer') : named
}

/** Brings a schema of either OpenAPI version to the form in which it can be compared. */
export function viewSchema(schema: Schema, document: OpenApiDocument): SchemaView {
  const draft = collect(schema, document, 0)
  return {
    types: nameTypes(draft.types ?? typesOfValues(draft)),
    likelyTypes: nameTypes(draft.types ?? likelyTypes(draft)),
    nullable: isNullable(draft),
    values: draft.values === undefined ? undefined : withoutNull(draft.values),
    keywords: draft.keywords,
    properties: draft.properties,
    required: draft.required,
    others: draft.others ?? 'anything',
    items: draft.items,
    variants: draft.variants,
  }
}
