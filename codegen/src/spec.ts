import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { generateEndpoints } from './endpoints.ts'
import { loadDocument } from './openapi/load-document.ts'
import { generateTypes } from './types.ts'

/**
 * Makes `types.ts` and `endpoints.ts` in the folder `out` from any OpenAPI document, for `clientFor<paths>()`.
 * Paths stay as the document writes them. Gives the files written.
 * @throws {CodegenError} when the document cannot be read or generated from.
 */
export async function generateFromSpec(file: string, out: string): Promise<string[]> {
  const document = await loadDocument(file)
  const name = basename(file)
  const header = `// Generated, do not edit: made by \`pnpm codegen --spec\` from ${name}.\n\n`
  const outputs = [
    [join(out, 'types.ts'), await generateTypes(document, name)],
    [join(out, 'endpoints.ts'), generateEndpoints(document, 'any')],
  ] as const
  await mkdir(out, { recursive: true })
  for (const [path, text] of outputs) await writeFile(path, header + text)
  return outputs.map(([path]) => path)
}
