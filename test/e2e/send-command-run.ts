import { CLI } from '../support/processes/cli.ts'
import { startProcess, type StartedProcess } from '../support/processes/start-process.ts'

/** The variables that make `send` use a sandbox. */
export const toSandbox = (url: string): Readonly<Record<string, string>> => ({
  KLAVIYO_API_KEY: 'any',
  KLAVIYO_BASE_URL: url,
})

/** What `send --json` says at its end. */
export interface SendSummaryJson {
  readonly deliveredCount: number
  readonly filteredCount: number
  readonly rejectedCount: number
  readonly retryCount: number
  /** Settled by earlier runs of the same state. */
  readonly settledBeforeCount: number
  readonly requestCount: number
  readonly elapsedMs: number
  readonly peakMemoryBytes: number
  readonly isFinished: boolean
}

/** Reads the summary that `--json` printed. */
export function summaryOf(stdout: string): SendSummaryJson {
  // Written by the command under test; the assertions look closer.
  return JSON.parse(stdout) as SendSummaryJson
}

/** Starts `rudder-klaviyo send`, to be interrupted. */
export function startSend(args: readonly string[], sandboxUrl: string): StartedProcess {
  return startProcess([...CLI, 'send', ...args], { env: toSandbox(sandboxUrl) })
}
