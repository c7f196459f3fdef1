import type { OpenApiDocument } from './openapi/document.ts'

/** Words for readers; the sandbox only validates. */
const PROSE = new Set(['description', 'summary', 'externalDocs', 'example', 'examples', 'termsOfService', 'contact'])

/** Below these keys stand names that the document chose (a property may be called `description`), not keywords. */
const NAMES = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'paths',
  'responses',
  'content',
  'headers',
  'schemas',
  'parameters',
])

/** Below these keys stand values, not schemas. */
const VALUES = new Set(['enum', 'const', 'default', 'required'])

function strip(node: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => strip(item, false))
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node)
    .filter(([name]) => keysAreNames || !PROSE.has(name))
    .map(([name, value]): [string, unknown] => {
      if (!keysAreNames && VALUES.has(name)) return [name, value]
      return [name, strip(value, !keysAreNames && NAMES.has(name))]
    })
  return Object.fromEntries(kept)
}

/** The document as JSON text without its prose: what the sandbox validates requests against. */
export function generateSandboxDocument(document: OpenApiDocument): string {
  return `${JSON.stringify(strip(document, false), null, 2)}\n`
}
