import { dereference } from './openapi/dereference.ts'
import { METHODS } from './openapi/document.ts'
import type { OpenApiDocument, Parameter } from './openapi/document.ts'

/**
 * The document without the `revision` header of its operations. The client has one middleware that writes the header;
 * were it in the types, every caller would have to give it as well.
 */
export function stripRevision(document: OpenApiDocument): OpenApiDocument {
  const named = document.components?.parameters
  const keep = (parameter: Parameter): boolean => {
    const { name, in: place } = dereference(parameter, 'parameters', named)
    return !(name === 'revision' && place === 'header')
  }
  const strip = <T extends { parameters?: Parameter[] | undefined }>(node: T): T =>
    node.parameters === undefined ? node : { ...node, parameters: node.parameters.filter(keep) }

  const paths = Object.entries(document.paths).map(([path, item]) => {
    const stripped = { ...strip(item) }
    for (const method of METHODS) {
      const operation = stripped[method]
      if (operation !== undefined) stripped[method] = strip(operation)
    }
    return [path, stripped] as const
  })
  const result = { ...document, paths: Object.fromEntries(paths) }
  if (named === undefined) return result
  const kept = Object.fromEntries(Object.entries(named).filter(([, parameter]) => keep(parameter)))
  return { ...result, components: { ...document.components, parameters: kept } }
}
