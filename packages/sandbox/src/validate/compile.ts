import formats from 'ajv-formats'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { OpenApiDocument } from '../openapi/document.ts'

/** Checks a value against the schema at a place of the document; an empty list means that it fits. */
export type SchemaCheck = (schemaRef: string, value: unknown) => readonly ErrorObject[]

const DOCUMENT = 'klaviyo'

/** Checks by the schemas of one document. Each schema is compiled at its first use. */
export function createSchemaCheck(document: OpenApiDocument): SchemaCheck {
  // Not strict: an OpenAPI document has keywords around its schemas that JSON Schema does not know.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  formats.default(ajv)
  ajv.addSchema(document, DOCUMENT)
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  return (schemaRef, value) => {
    let check = compiled.get(schemaRef)
    if (check === undefined) {
      check = ajv.compile({ $ref: `${DOCUMENT}${schemaRef}` })
      compiled.set(schemaRef, check)
    }
    return check(value) ? [] : (check.errors ?? [])
  }
}
