import type { RunReport } from './run-report.ts'

/** Says what failed and what was left out and why; the last line is always `N passed, N failed`. */
export const printSummary = (checks: Omit<RunReport, 'leftOut'>, tests: RunReport): void => {
  const failures = [...checks.failures, ...tests.failures]
  for (const failure of failures) console.log(`FAILED  ${failure}`)
  for (const { test, reason } of tests.leftOut) console.log(`left out  ${test}: ${reason}`)
  const { length: leftOutCount } = tests.leftOut
  console.log(
    leftOutCount === 0
      ? 'No test was left out.'
      : `${leftOutCount} left out, each with its reason above; the rest ran.`,
  )
  console.log(`${checks.passedCount + tests.passedCount} passed, ${failures.length} failed`)
}
