import { spawn } from 'node:child_process'
import { vi } from 'vitest'
import { WORKSPACE_ROOT } from '../workspace-root.ts'
import { childEnvironment } from './child-environment.ts'

/** How a process ended: with an exit code, or by a signal. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A process that a test started. At the end of the `await using` block it is gone, with everything it started. */
export interface StartedProcess extends AsyncDisposable {
  readonly pid: number
  /** What it printed so far. */
  readonly printed: { stdout: string; stderr: string }
  /** Signals this process alone. */
  kill(signal: NodeJS.Signals): void
  /** Signals it and all it started, as a terminal does at Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void
  /** Waits until standard output matches. Fails when the process ends before, or does not print it in time. */
  untilPrinted(pattern: RegExp): Promise<RegExpExecArray>
  /** Waits until it and all it started have ended, and all they printed is read. Fails when they do not in time. */
  untilEnded(): Promise<ProcessEnd>
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>
}

const PRINT_TIMEOUT_MS = 20_000
/** Shorter than that of a test: a test that is cut off would leave the process behind. */
const END_TIMEOUT_MS = 15_000

/** Starts a program at the root of the workspace, in a process group of its own. */
export function startProcess(
  [program, ...args]: readonly [string, ...string[]],
  { env }: StartOptions = {},
): StartedProcess {
  const child = spawn(program, args, {
    cwd: WORKSPACE_ROOT,
    env: childEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${program} could not be started`)
  const printed = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text))
  let end: ProcessEnd | undefined
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => resolve((end = { code, signal })))
  })
  const killGroup = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal)
    } catch {
      // Nobody is left in the group.
    }
  }
  return {
    pid,
    printed,
    kill: (signal) => child.kill(signal),
    killGroup,
    untilPrinted: (pattern) =>
      vi.waitUntil(
        () => {
          const match = pattern.exec(printed.stdout)
          if (match !== null) return match
          if (end === undefined) return false
          throw new Error(`${program} ended (${JSON.stringify(end)}) before it printed ${pattern}:\n${printed.stderr}`)
        },
        { timeout: PRINT_TIMEOUT_MS, interval: 20 },
      ),
    untilEnded: () => vi.waitUntil(() => end, { timeout: END_TIMEOUT_MS, interval: 10 }),
    async [Symbol.asyncDispose]() {
      killGroup('SIGKILL')
      await ended
    },
  }
}
