import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'
import type { RunReport } from './run-report.ts'

interface TestSelection {
  /** The long tests instead of all others. */
  long: boolean
  /** Parts of file names; empty means all. */
  files: readonly string[]
}

const readReport = async (path: string): Promise<RunReport> => {
  try {
    // The only writer is our own reporter.
    return JSON.parse(await readFile(path, 'utf8')) as RunReport
  } catch {
    return { passedCount: 0, failures: ['vitest ended without a report: see its output above'], leftOut: [] }
  }
}

/** Runs vitest with its output shown, and says what came of it. */
export const runTests = async ({ long, files }: TestSelection): Promise<RunReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'test-report-'))
  try {
    const path = join(folder, 'report.json')
    const { exitCode } = await runCommand(
      ['vitest', 'run', '--allowOnly=false', ...(long ? ['--passWithNoTests'] : []), ...files],
      { shown: true, env: { TEST_REPORT: path, LONG_TESTS: long ? '1' : '0' } },
    )
    const report = await readReport(path)
    if (exitCode === 0 || report.failures.length > 0) return report
    return { ...report, failures: [`vitest ended with exit code ${exitCode}: see its output above`] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
