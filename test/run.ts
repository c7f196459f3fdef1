import { parseArgs } from 'node:util'
import { runChecks } from './support/run-checks.ts'
import { runTests } from './support/run-tests.ts'
import { printSummary } from './support/print-summary.ts'

// pnpm test            every check, then every test
// pnpm test FILE …     only the tests of these files, no checks
// pnpm test:long       the long tests
const { values, positionals: files } = parseArgs({
  options: { long: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const { long } = values

const section = (title: string): void => console.log(`\n== ${title} ==\n`)

let checks = { passedCount: 0, failures: [] as string[] }
if (!long && files.length === 0) {
  section('Checks')
  checks = await runChecks()
}
section(long ? 'Long tests' : 'Tests')
const tests = await runTests({ long, files })
section('Summary')
printSummary(checks, tests)
process.exitCode = checks.failures.length + tests.failures.length === 0 ? 0 : 1
