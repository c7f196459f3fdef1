import { runCommand } from '../support/run-command.ts'

interface ToolOptions {
  readonly cwd: string
  readonly env?: Record<string, string>
}

/**
 * Runs a program that has to succeed and gives what it printed.
 * @throws {Error} with the output when it fails
 */
export async function runTool(
  command: readonly [string, ...string[]],
  { cwd, env = {} }: ToolOptions,
): Promise<string> {
  const { exitCode, output } = await runCommand(command, { cwd, env })
  if (exitCode !== 0) throw new Error(`"${command.join(' ')}" ended with ${exitCode}:\n${output}`)
  return output
}
