import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { WORKSPACE_ROOT } from './workspace-root.ts'

export interface CommandResult {
  readonly exitCode: number
  /** Standard output, then standard error. */
  readonly output: string
  readonly durationMs: number
}

// The tools' start scripts look for `node` on PATH: it has to be the pinned one, also without pnpm around us.
const environment = (extra: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [join(WORKSPACE_ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
  ...extra,
})

interface CommandOptions {
  /** Show the output as it comes instead of collecting it. */
  shown?: boolean
  env?: Record<string, string>
  /** @default the root of the workspace */
  cwd?: string
}

/** Runs a program and waits for its end. `exitCode` is 1 when it died by a signal. */
export const runCommand = async (
  [program, ...args]: readonly [string, ...string[]],
  { shown = false, env = {}, cwd = WORKSPACE_ROOT }: CommandOptions = {},
): Promise<CommandResult> => {
  const startedAt = performance.now()
  const child = spawn(program, args, {
    cwd,
    env: environment(env),
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('close', (code) => resolve(code ?? 1))
  })
  const [out, errors, exitCode] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    ended,
  ])
  return { exitCode, output: out + errors, durationMs: performance.now() - startedAt }
}
