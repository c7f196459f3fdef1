import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORKSPACE_ROOT } from './workspace-root.ts'

/** One line of `test/cases/*.jsonl`. */
export interface PlanCase {
  readonly id: string
  readonly kind?: string
  readonly note?: string
  readonly why?: string
  readonly config?: object
  readonly event?: unknown
  readonly events?: readonly unknown[]
  readonly expect: {
    readonly requests?: readonly { readonly path: string; readonly body: object }[]
    readonly error?: { readonly mentions: readonly string[] }
    readonly behaviour?: string
  }
}

/** The folder of the cases. */
export const CASES_FOLDER = join(WORKSPACE_ROOT, 'test/cases')

/** The cases of a file. What stands in it is ours, so it is trusted. */
export function readCases(name: string): readonly PlanCase[] {
  const lines = readFileSync(join(CASES_FOLDER, name), 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as PlanCase) // JSON.parse gives any
}
