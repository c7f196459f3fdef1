// First: the tests of a machine's old Node prove nothing, so this throws there.
import './test/support/node-version.mjs'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { ReportFile } from './test/support/report-file.ts'

// Workspace packages resolve to their sources, so that no test waits for a build or passes on a stale one.
// The others as vitest gives them to Node, or a package such as graphql would be loaded twice, in two builds.
const conditions = ['source', 'module-sync', 'development']
const skipped = ['**/node_modules/**', '**/dist/**', '**/generated/**']

interface ProjectOptions {
  include: string[]
  exclude?: string[]
  /** For one test, and for one hook. */
  timeoutMs: number
}

const project = (
  name: string,
  { include, exclude = [], timeoutMs }: ProjectOptions,
): TestProjectInlineConfiguration => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name, include, exclude: [...skipped, ...exclude], testTimeout: timeoutMs, hookTimeout: timeoutMs },
})

const longTests = ['test/**/*.long.test.ts']
// Types are tested in test/types, which runs compilers: what they print counts too, and vitest's `typecheck` sees one only.
const unit = project('unit', {
  include: ['packages/*/src/**/*.test.ts', 'codegen/src/**/*.test.ts'],
  timeoutMs: 10_000,
})
const system = project('system', { include: ['test/**/*.test.ts'], exclude: longTests, timeoutMs: 30_000 })
const long = project('long', { include: longTests, timeoutMs: 600_000 })

const wantsLong = process.env['LONG_TESTS'] === '1'
const reportPath = process.env['TEST_REPORT']

export default defineConfig({
  test: {
    // `pnpm test:long` sets it. Long tests have their machine to themselves.
    projects: wantsLong ? [long] : [unit, system],
    maxWorkers: wantsLong ? 1 : 2,
    // `pnpm test` wants the counts and the tests that were left out in a file.
    reporters: reportPath === undefined ? ['default'] : ['default', new ReportFile(reportPath)],
  },
})
