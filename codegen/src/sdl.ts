import { isSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { CodegenError } from './codegen-error.ts'

/**
 * The SDL of the gateway's schema, sorted, so that a change of the order in the code is none in the file.
 * @param module the address of the module that exports `schema`
 * @throws {CodegenError} when the module cannot be loaded or exports no schema.
 */
export async function generateSdl(module: URL): Promise<string> {
  const exported = await load(module)
  if (!isSchema(exported)) throw new CodegenError(`${module.pathname} exports no GraphQL schema named "schema".`)
  return `${printSchema(lexicographicSortSchema(exported))}\n`
}

async function load(module: URL): Promise<unknown> {
  try {
    // By address and not by name: the schema is no part of what the gateway's package offers.
    const loaded: unknown = await import(module.href)
    return typeof loaded === 'object' && loaded !== null && 'schema' in loaded ? loaded.schema : undefined
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    throw new CodegenError(
      `cannot load the GraphQL schema from ${module.pathname}: ${message ?? 'unknown reason'}. Mend it, or run with --only openapi.`,
    )
  }
}
