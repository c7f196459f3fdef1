import type { Schema } from '../openapi/document.ts'
import type { Comparison, Pair } from './comparison.ts'
import { matchVariants } from './match-variants.ts'
import { Recorder } from './recorder.ts'
import { KEYWORDS } from './schema-view.ts'
import type { SchemaView } from './schema-view.ts'
import { viewSchema } from './view-schema.ts'

/** Compares what both have, else records what only one has, `what` being its name. */
function compareOptional(at: string, what: string, pair: Pair<Schema | undefined>, comparison: Comparison): void {
  const { ours, official } = pair
  if (ours !== undefined && official !== undefined) compareSchemas(at, { ours, official }, comparison)
  else comparison.recorder.fact(at, what, ours && `a ${what}`, official && `a ${what}`)
}

function compareObjects(at: string, { ours, official }: Pair<SchemaView>, comparison: Comparison): void {
  comparison.recorder.members(at, 'required', ours.required, official.required)
  for (const name of new Set([...ours.properties.keys(), ...official.properties.keys()])) {
    const pair = { ours: ours.properties.get(name), official: official.properties.get(name) }
    compareOptional(`${at}/${name}`, 'property', pair, comparison)
  }
  const closed = ({ others }: SchemaView) => (others === 'forbidden' ? 'no other properties' : undefined)
  // Closing an object whose members are listed is one thing, forbidding all that a free one may hold is another.
  const isFree = ours.properties.size === 0 || official.properties.size === 0
  comparison.recorder.fact(at, isFree ? 'no-members' : 'closed', closed(ours), closed(official))
  const schema = ({ others }: SchemaView) => (typeof others === 'object' ? others : undefined)
  compareOptional(`${at}{}`, 'schema', { ours: schema(ours), official: schema(official) }, comparison)
}

function compareVariants(at: string, { ours, official }: Pair<SchemaView>, comparison: Comparison): void {
  const cost = (pair: Pair<Schema>): number => {
    const recorder = new Recorder()
    compareSchemas(at, pair, { ...comparison, recorder })
    return recorder.differences.length
  }
  const matches = matchVariants({ ours: ours.variants, official: official.variants }, comparison.documents, cost)
  if (ours.variants.length === 0 || official.variants.length === 0) {
    const labels = ({ variants }: SchemaView) =>
      variants.length === 0 ? undefined : `one of ${matches.map(({ label }) => label).join(', ')}`
    comparison.recorder.fact(at, 'variants', labels(ours), labels(official))
    return
  }
  for (const { label, pair } of matches) compareOptional(`${at}<${label}>`, 'variant', pair, comparison)
}

/** Records every difference of two schemas, and of all that they contain. */
export function compareSchemas(at: string, { ours, official }: Pair<Schema>, comparison: Comparison): void {
  const { documents, recorder, trail } = comparison
  const met = trail.get(ours)
  if (met?.has(official) === true) return
  const further = { ...comparison, trail: new Map(trail).set(ours, new Set(met).add(official)) }

  const mine = viewSchema(ours, documents.ours)
  const theirs = viewSchema(official, documents.official)
  const views = { ours: mine, official: theirs }
  // Ours must state its types: without one, `properties` let a text pass too.
  recorder.fact(at, 'type', mine.types?.join(' or '), theirs.likelyTypes?.join(' or '))
  recorder.fact(at, 'nullable', mine.nullable ? 'null too' : undefined, theirs.nullable ? 'null too' : undefined)
  if (mine.values !== undefined && theirs.values !== undefined) recorder.members(at, 'enum', mine.values, theirs.values)
  else recorder.fact(at, 'enum', mine.values?.join(', '), theirs.values?.join(', '))
  for (const name of KEYWORDS) recorder.fact(at, name, mine.keywords.get(name), theirs.keywords.get(name))
  compareObjects(at, views, further)
  compareOptional(`${at}[]`, 'schema', { ours: mine.items, official: theirs.items }, further)
  compareVariants(at, views, further)
}
