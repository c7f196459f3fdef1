import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateBrowserTypes } from './browser-types.ts'
import { generateEndpoints } from './endpoints.ts'
import { listRevisions, loadRevision } from './list-revisions.ts'
import { generateSandboxDocument } from './sandbox-document.ts'
import { generateSdl } from './sdl.ts'
import { generateTypes } from './types.ts'
import { DOCUMENTS_FOLDER, ROOT } from './workspace.ts'

/** The parts that can be made alone, by `--only`. */
export const PARTS = ['openapi', 'sdl', 'docs'] as const
export type Part = (typeof PARTS)[number]

/** One generated file. A new output of `pnpm codegen` is one more entry in `listArtefacts`. */
export interface Artefact {
  readonly part: Part
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly produce: () => Promise<string>
}

/** The folders that hold generated files, of any part, and nothing else: whatever else is found in them is left over. */
export const GENERATED_FOLDERS: readonly string[] = ['packages/sdk/src/generated', 'packages/sandbox/src/generated']

const SDL_PATH = 'packages/gateway/schema.graphql'

const header = (from: string): string => `// Generated, do not edit: made by \`pnpm codegen\` from ${from}.\n\n`

/** Every generated file, in the order in which they are made: the schema imports those before it and is read by those behind. */
export async function listArtefacts(): Promise<Artefact[]> {
  const revisions = await listRevisions(DOCUMENTS_FOLDER)
  const ofRevisions = revisions.flatMap((source): Artefact[] => {
    const { revision, file } = source
    const from = relative(ROOT, file)
    return [
      {
        part: 'openapi',
        path: `packages/sdk/src/generated/klaviyo-${revision}.ts`,
        produce: async () => header(from) + (await generateTypes(await loadRevision(source), from)),
      },
      {
        part: 'openapi',
        path: `packages/sdk/src/generated/endpoints-${revision}.ts`,
        produce: async () => header(from) + generateEndpoints(await loadRevision(source), 'ours'),
      },
      {
        part: 'openapi',
        path: `packages/sandbox/src/generated/klaviyo-${revision}.json`,
        produce: async () => generateSandboxDocument(await loadRevision(source)),
      },
    ]
  })
  const sdl: Artefact = {
    part: 'sdl',
    path: SDL_PATH,
    produce: () => generateSdl(pathToFileURL(`${ROOT}/packages/gateway/src/schema/index.ts`)),
  }
  const browserTypes: Artefact = {
    part: 'sdl',
    path: 'packages/sdk/src/generated/gateway-inputs.ts',
    produce: async () => header(SDL_PATH) + generateBrowserTypes(await readFile(join(ROOT, SDL_PATH), 'utf8')),
  }
  // Loaded when it is made: the sdk reads files that are generated before it.
  const mapping: Artefact = {
    part: 'docs',
    path: 'packages/sdk/MAPPING.md',
    produce: async () => (await import('./mapping-page.ts')).generateMappingPage(),
  }
  return [...ofRevisions, sdl, browserTypes, mapping]
}
