import { dereference } from '../openapi/dereference.ts'
import type { Parameter, Schema } from '../openapi/document.ts'
import type { ListedOperation } from '../openapi/list-operations.ts'
import { compareFigures } from './compare-figures.ts'
import { compareSchemas } from './compare-schemas.ts'
import type { Comparison, Pair } from './comparison.ts'

type Operations = Pair<ListedOperation>
type Content = Readonly<Record<string, { readonly schema?: Schema | undefined }>>

const named = ({ parameters }: ListedOperation): Map<string, Parameter> =>
  new Map(parameters.map((parameter) => [`${parameter.in ?? ''}/${parameter.name ?? ''}`, parameter]))

function compareParameters(at: string, { ours, official }: Operations, comparison: Comparison): void {
  const { recorder } = comparison
  const mine = named(ours)
  const theirs = named(official)
  recorder.members(at, 'parameter', mine.keys(), theirs.keys())
  for (const [name, parameter] of mine) {
    const twin = theirs.get(name)
    if (twin === undefined) continue
    const place = `${at}/${name}`
    recorder.fact(place, 'required', parameter.required ?? false, twin.required ?? false)
    // How a list is written into a query: the name repeated (the default), or with commas.
    const repeated = ({ explode, in: where }: Parameter) => explode ?? where === 'query'
    if (twin.schema?.items !== undefined) recorder.fact(place, 'explode', repeated(parameter), repeated(twin))
    compareSchemas(place, { ours: parameter.schema ?? {}, official: twin.schema ?? {} }, comparison)
  }
}

function compareContent(at: string, { ours, official }: Pair<Content>, comparison: Comparison): void {
  comparison.recorder.members(at, 'media-type', Object.keys(ours), Object.keys(official))
  // A body has one media type in practice; a wrong one shall not hide what is in the body.
  const [mine] = Object.values(ours)
  const [theirs] = Object.values(official)
  if (mine === undefined || theirs === undefined) return
  compareSchemas(at, { ours: mine.schema ?? {}, official: theirs.schema ?? {} }, comparison)
}

function compareRequests(at: string, operations: Operations, comparison: Comparison): void {
  const body = (side: keyof Operations) => {
    const { requestBody } = operations[side].operation
    return (
      requestBody && dereference(requestBody, 'requestBodies', comparison.documents[side].components?.requestBodies)
    )
  }
  const ours = body('ours')
  const official = body('official')
  if (ours === undefined || official === undefined) {
    comparison.recorder.fact(at, 'request-body', ours && 'a body', official && 'a body')
    return
  }
  comparison.recorder.fact(at, 'required', ours.required ?? false, official.required ?? false)
  compareContent(at, { ours: ours.content ?? {}, official: official.content ?? {} }, comparison)
}

function compareResponses(at: string, operations: Operations, comparison: Comparison): void {
  const responses = (side: keyof Operations) => operations[side].operation.responses
  comparison.recorder.members(at, 'status', Object.keys(responses('ours')), Object.keys(responses('official')))
  for (const status of Object.keys(responses('ours'))) {
    const content = (side: keyof Operations): Content | undefined => {
      const response = responses(side)[status]
      return (
        response && (dereference(response, 'responses', comparison.documents[side].components?.responses).content ?? {})
      )
    }
    const official = content('official')
    if (official !== undefined) compareContent(`${at}/${status}`, { ours: content('ours') ?? {}, official }, comparison)
  }
}

const withoutSlash = (path: string): string => path.replace(/\/$/, '')

/** Records every difference of two operations with the same id. The last slash of a path does not count. */
export function compareOperations(operations: Operations, comparison: Comparison): void {
  const { ours, official } = operations
  const { recorder } = comparison
  const at = ours.id
  recorder.fact(at, 'path', withoutSlash(ours.path), withoutSlash(official.path))
  recorder.fact(at, 'method', ours.method, official.method)
  for (const name of ['burst', 'steady', 'daily'] as const) {
    const rate = ({ operation }: ListedOperation) => operation['x-klaviyo-ratelimit']?.[name]
    recorder.fact(`${at}/${name}`, 'rate-limit', rate(ours), rate(official))
  }
  const scopes = ({ operation }: ListedOperation) => operation['x-klaviyo-scopes'] ?? []
  recorder.members(at, 'scope', scopes(ours), scopes(official))
  compareFigures(`${at}/limits`, operations, comparison)
  compareParameters(`${at}/parameters`, operations, comparison)
  compareRequests(`${at}/request`, operations, comparison)
  compareResponses(`${at}/responses`, operations, comparison)
}
