import type { OpenApiDocument, Schema } from '../openapi/document.ts'
import type { Pair } from './comparison.ts'
import { viewSchema } from './view-schema.ts'

/** Two variants that mean the same, or one that has no counterpart. */
export interface VariantMatch {
  /** What the variant is called in the place of a difference: its resource type, or else its number. */
  readonly label: string
  readonly pair: Pair<Schema | undefined>
}

/** JSON:API resources are told apart by the one value of their `type`; without it, by their number. */
function labelsOf(variants: readonly Schema[], document: OpenApiDocument): Map<Schema, string> {
  const labels = new Map<Schema, string>()
  for (const [index, schema] of variants.entries()) {
    const type = viewSchema(schema, document).properties.get('type')
    const values = type === undefined ? [] : (viewSchema(type, document).values ?? [])
    const [value] = values.length === 1 ? values : []
    const label = value === undefined ? String(index + 1) : String(JSON.parse(value))
    const isTaken = [...labels.values()].includes(label)
    labels.set(schema, isTaken ? `${label} ${index + 1}` : label)
  }
  return labels
}

/**
 * Pairs the variants of two schemas: by resource type, then each of what remains with the one that differs least.
 * @param cost how many differences two schemas have
 */
export function matchVariants(
  variants: Pair<readonly Schema[]>,
  documents: Pair<OpenApiDocument>,
  cost: (pair: Pair<Schema>) => number,
): VariantMatch[] {
  const official = labelsOf(variants.official, documents.official)
  const matches: VariantMatch[] = []
  const match = (label: string, ours: Schema | undefined, theirs: Schema | undefined): void => {
    if (theirs !== undefined) official.delete(theirs)
    matches.push({ label, pair: { ours, official: theirs } })
  }
  const left: [Schema, string][] = []
  for (const [ours, label] of labelsOf(variants.ours, documents.ours)) {
    const [twin] = [...official].find(([, name]) => name === label && !/^\d+$/.test(name)) ?? []
    if (twin === undefined) left.push([ours, label])
    else match(label, ours, twin)
  }
  for (const [ours, label] of left) {
    const costs = [...official.keys()].map((theirs) => ({ theirs, count: cost({ ours, official: theirs }) }))
    const [closest] = costs.toSorted((first, second) => first.count - second.count)
    match(label, ours, closest?.theirs)
  }
  for (const [theirs, label] of official) match(label, undefined, theirs)
  return matches
}
