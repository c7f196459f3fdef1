import type { ListedOperation } from '../openapi/list-operations.ts'
import type { Comparison, Pair } from './comparison.ts'

const BYTE_UNITS = [
  ['kb', 1_000],
  ['kb', 1_024],
  ['mb', 1_000_000],
  ['mb', 1_048_576],
] as const

/** A figure in the forms in which prose writes it: 1000, 1,000, 5MB, 100 kB. */
function formsOf(figure: number): RegExp {
  const forms = [String(figure), figure.toLocaleString('en-US')]
  for (const [unit, bytes] of BYTE_UNITS) if (figure % bytes === 0) forms.push(`${figure / bytes}\\s?${unit}`)
  return new RegExp(`(?<![\\d,.])(?:${forms.join('|')})(?![\\d,]*\\d)`, 'i')
}

/** Visits every member of an operation and of the schemas that its request leads to. */
function walk({ operation }: ListedOperation, schemas: unknown, visit: (name: string, value: unknown) => void): void {
  const named = new Map(Object.entries(schemas ?? {}))
  const seen = new Set<unknown>()
  const descend = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return
    seen.add(node)
    for (const [name, value] of Object.entries(node)) {
      visit(name, value)
      descend(name === '$ref' ? named.get(String(value).slice(String(value).lastIndexOf('/') + 1)) : value)
    }
  }
  descend({ description: operation.description, parameters: operation.parameters, body: operation.requestBody })
}

/** Rate limits stand in the prose too and would be taken for sizes. */
const RATE = /\d+\/[smhd]\b/g

/**
 * Checks the sizes of ours (`x-klaviyo-limits`, and every `maxItems` of a request). The official document states them
 * in its prose only: each figure must be named there.
 */
export function compareFigures(at: string, { ours, official }: Pair<ListedOperation>, comparison: Comparison): void {
  const figures = new Map<string, number>(Object.entries(ours.operation['x-klaviyo-limits'] ?? {}))
  walk(ours, comparison.documents.ours.components?.schemas, (name, value) => {
    if (name === 'maxItems' && typeof value === 'number') figures.set(`maxItems ${value}`, value)
  })
  const texts: string[] = []
  walk(official, comparison.documents.official.components?.schemas, (name, value) => {
    if (name === 'description' && typeof value === 'string') texts.push(value.replaceAll(RATE, ''))
  })
  const prose = texts.join('\n')
  for (const [name, figure] of figures) {
    if (!formsOf(figure).test(prose)) comparison.recorder.fact(`${at}/${name}`, 'limit', figure, undefined)
  }
}
