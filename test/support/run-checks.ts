import { CHECKS, type Check } from './checks.ts'
import { runCommand } from './run-command.ts'

const AT_ONCE_COUNT = 2

const SHOWN_LINES_COUNT = 150

const shorten = (output: string): string => {
  const lines = output.trimEnd().split('\n')
  if (lines.length <= SHOWN_LINES_COUNT) return lines.join('\n')
  return [...lines.slice(0, SHOWN_LINES_COUNT), `… ${lines.length - SHOWN_LINES_COUNT} more lines`].join('\n')
}

const runOne = async (check: Check): Promise<boolean> => {
  const { exitCode, output, durationMs } = await runCommand(check.command)
  const passed = exitCode === 0
  const line = `${passed ? 'passed' : 'FAILED'}  ${check.name} (${(durationMs / 1000).toFixed(1)} s)`
  console.log(passed ? line : `${line}\n${shorten(output)}\nTo mend it: ${check.mend}\n`)
  return passed
}

/** Runs every check, prints a line for each, and for a failed one its output and what mends it. */
export const runChecks = async (): Promise<{ passedCount: number; failures: string[] }> => {
  const waiting = [...CHECKS]
  const failures: string[] = []
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      if (!(await runOne(check))) failures.push(`check: ${check.name}`)
  }
  await Promise.all(Array.from({ length: AT_ONCE_COUNT }, worker))
  return { passedCount: CHECKS.length - failures.length, failures }
}
