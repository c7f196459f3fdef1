import { beforeAll, describe, expect, it } from 'vitest'
import { ALLOWED, REFUSED, type Planted } from './lint/planted.ts'
import { runCommand } from './support/run-command.ts'
import { temporaryWorkspace } from './support/temporary-workspace.ts'

// A rule that no longer fires looks like clean code. So each one is shown code that it must refuse, in a workspace of its
// own that has our configuration and nothing else.

interface Finding {
  code?: string
  filename: string
  message: string
  help?: string
}

const fileOf = (table: string, index: number, folder: string) => `${folder}/${table}-${index}.ts`
const planted = (table: string, rows: readonly Planted[]) =>
  rows.map(({ folder, code }, index): [string, string] => [fileOf(table, index, folder), code])

const TSCONFIG = {
  extends: './tsconfig.base.json',
  compilerOptions: { types: ['node'], rewriteRelativeImportExtensions: false, composite: false, noEmit: true },
}

let findings: readonly Finding[]
beforeAll(async () => {
  await using workspace = await temporaryWorkspace(['oxlint.config.ts', 'tsconfig.base.json', 'test/lint'], {
    'tsconfig.json': JSON.stringify(TSCONFIG),
    ...Object.fromEntries([...planted('refused', REFUSED), ...planted('allowed', ALLOWED)]),
  })
  const { output } = await runCommand(['oxlint', '--format=json', 'packages', 'test'], { cwd: workspace.root })
  // oxlint's own format, of the one version that the workspace pins.
  findings = (JSON.parse(output) as { diagnostics: Finding[] }).diagnostics
})

describe('lint refuses', () => {
  it.each(REFUSED.map((row, index) => ({ ...row, file: fileOf('refused', index, row.folder) })))(
    '$name',
    ({ file, rule, says }) => {
      const here = findings.filter(({ filename }) => filename === file)
      expect(here).toContainEqual(
        expect.toSatisfy(
          ({ code = '', message, help = '' }: Finding) => code.includes(rule) && `${message} ${help}`.includes(says),
          `a finding of ${rule} that says "${says}"`,
        ),
      )
    },
  )
})

describe('lint allows', () => {
  it.each(ALLOWED.map((row, index) => ({ ...row, file: fileOf('allowed', index, row.folder) })))(
    '$name',
    ({ file }) => {
      expect(findings.filter(({ filename }) => filename === file)).toEqual([])
    },
  )
})
