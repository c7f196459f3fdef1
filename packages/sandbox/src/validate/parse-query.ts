import type { Operation, Parameter } from '../openapi/operation.ts'
import { type Fault, refuseFaults } from '../refusal.ts'
import type { SchemaCheck } from './compile.ts'

/** The query parameters of a request, as the types that the document gives them. */
export type Query = Readonly<Record<string, QueryValue>>
export type QueryValue = string | number | readonly string[]

/** The query of a request, checked against the document. Throws a 400 that names each parameter at fault. */
export function parseQuery(url: URL, operation: Operation, check: SchemaCheck): Query {
  const faults: Fault[] = []
  const values: [string, QueryValue][] = []
  for (const [name, text] of url.searchParams) {
    const parameter = operation.parameters.find((known) => known.in === 'query' && known.name === name)
    if (parameter === undefined) {
      faults.push({ parameter: name, detail: `"${name}" is not a parameter of ${operation.id}.` })
      continue
    }
    const value = typed(parameter, text)
    const [error] = check(parameter.schemaRef, value)
    if (error === undefined) values.push([name, value])
    else faults.push({ parameter: name, detail: `"${name}" ${inWords(error.message, error.params)}.` })
  }
  refuseFaults(faults)
  return Object.fromEntries(values)
}

function typed(parameter: Parameter, text: string): QueryValue {
  if (parameter.type === 'array') return text.split(',').map((item) => item.trim())
  if (parameter.type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text
  return text
}

function inWords(message: string | undefined, params: Readonly<Record<string, unknown>>): string {
  const allowed = params['allowedValues']
  return Array.isArray(allowed) ? `must be one of ${allowed.join(', ')}` : (message ?? 'is invalid')
}
