import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { WORKSPACE_ROOT } from '../workspace-root.ts'
import { childEnvironment } from './child-environment.ts'

/** The command line from its sources, by the Node that runs the tests. */
export const CLI = [process.execPath, '--conditions=source', 'packages/cli/src/main.ts'] as const

/** What a run of the command line came to. */
export interface CliResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

interface CliOptions {
  /** Standard input. @default none */
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Runs `rudder-klaviyo` to its end. */
export async function runCli(args: readonly string[], { input = '', env }: CliOptions = {}): Promise<CliResult> {
  const [program, ...rest] = CLI
  const child = spawn(program, [...rest, ...args], { cwd: WORKSPACE_ROOT, env: childEnvironment(env) })
  // A command may end without reading what it is given.
  child.stdin.on('error', () => undefined).end(input)
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exitCode, stdout, stderr }
}
