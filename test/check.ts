import { runChecks } from './support/run-checks.ts'

const { passedCount, failures } = await runChecks()
console.log(`${passedCount} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
