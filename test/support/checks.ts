import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { WORKSPACE_ROOT } from './workspace-root.ts'

/** Something that must hold of the whole tree, apart from its tests. */
export interface Check {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** What to do when it fails: the command that mends it, or shows what to mend. */
  readonly mend: string
}

const codegen = (...args: string[]): readonly [string, ...string[]] => [
  process.execPath,
  '--conditions=source',
  'codegen/src/main.ts',
  ...args,
]

const REVISIONS = ['2024-06-15', '2026-07-15']
const OFFICIAL = '../shared/klaviyo/openapi'

// Klaviyo's documents are not ours to keep here; where they lie beside the workspace, ours are held against them.
const againstOfficial = REVISIONS.map((revision) => ({ revision, document: `${OFFICIAL}/${revision}.json` }))
  .filter(({ document }) => existsSync(join(WORKSPACE_ROOT, document)))
  .map(({ revision, document }): Check => ({
    name: `document ${revision} agrees with Klaviyo's`,
    command: codegen('--against', join(WORKSPACE_ROOT, document)),
    mend: `edit codegen/klaviyo/${revision}.yaml until "npx -y pnpm@12 codegen --against ${document}" is silent`,
  }))

/** All checks, the slow ones first: they run two at a time. */
export const CHECKS: readonly Check[] = [
  { name: 'types', command: ['tsc', '--build'], mend: 'npx -y pnpm@12 build shows the errors; mend the code' },
  { name: 'lint', command: ['oxlint'], mend: 'npx -y pnpm@12 lint --fix, then mend the rest by hand' },
  { name: 'generated code is fresh', command: codegen('--check'), mend: 'npx -y pnpm@12 codegen' },
  ...againstOfficial,
  {
    name: 'nothing unused',
    command: ['knip', '--no-progress'],
    mend: 'delete what "npx -y pnpm@12 exec knip" lists, or use it',
  },
  { name: 'format', command: ['oxfmt', '--check'], mend: 'npx -y pnpm@12 format' },
]
