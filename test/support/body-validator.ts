import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { PlannedRequest, Revision } from '@rudder-klaviyo/sdk'
import { WORKSPACE_ROOT } from './workspace-root.ts'

/** What is wrong with the body of a planned request, one line each; empty when it is valid. */
export type BodyValidator = (request: PlannedRequest) => readonly string[]

interface Document {
  readonly paths: Readonly<Record<string, unknown>>
}

// The types of ajv-formats describe its CommonJS form; under ES modules the function is the default export of it.
const { default: addFormats } = ajvFormats

/** Validates by our own document of a revision: every object is closed, except the free-form ones. */
export function ownValidator(revision: Revision): BodyValidator {
  const file = join(WORKSPACE_ROOT, `packages/sandbox/src/generated/klaviyo-${revision}.json`)
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  return validatorOf(ajv, readDocument(file), '')
}

/** Validates by Klaviyo's official document of a revision. */
export function officialValidator(folder: string, revision: Revision): BodyValidator {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  // The official document of the first revision writes its paths with a trailing slash.
  return validatorOf(ajv, readDocument(join(folder, `${revision}.json`)), revision === '2024-06-15' ? '/' : '')
}

function readDocument(file: string): Document {
  return JSON.parse(readFileSync(file, 'utf8'), withoutLooseNullable) as Document // a document of ours or Klaviyo's
}

/** The official documents write `nullable` beside `oneOf`, without a `type`, which Ajv refuses. No plan of ours holds null. */
function withoutLooseNullable(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value
  const { nullable: _nullable, ...rest } = value
  return rest
}

function validatorOf(ajv: Ajv | Ajv2020, document: Document, slash: string): BodyValidator {
  ajv.addSchema(document, 'klaviyo')
  const mediaType = JSON.stringify(document).includes('application/vnd.api+json')
    ? 'application/vnd.api+json'
    : 'application/json'
  return ({ path, method, body }) => {
    const pointer = ['paths', path + slash, method.toLowerCase(), 'requestBody', 'content', mediaType, 'schema']
    const validate = ajv.getSchema(`klaviyo#/${pointer.map(escaped).join('/')}`)
    if (validate === undefined) return [`the document has no ${method} ${path}`]
    return validate(body) === true
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
  }
}

/** One step of a JSON pointer inside a URI fragment. */
function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))
}
