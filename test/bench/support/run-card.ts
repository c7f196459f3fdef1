import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'

/** What a result was measured with: without it a number says nothing. */
export interface RunCard {
  readonly node: string
  readonly cores: number
  readonly cpu: string
  /** The load of the machine over the last minute, when the run began. */
  readonly load: number
  readonly commit: string
  readonly at: string
}

/** The card of this run. */
export function runCard(): RunCard {
  return {
    node: process.version,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    commit: commit(),
    at: new Date().toISOString(),
  }
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
