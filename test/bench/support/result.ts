import { toColumns } from './columns.ts'

/** One line of the table of goals: ours against a baseline of the same run. */
export interface BenchResult {
  readonly what: string
  readonly ours: string
  readonly baseline: string
  /** Ours divided by the baseline; `undefined` when the baseline is not installed. */
  readonly ratio: number | undefined
  /** The ratio that is wanted: at least this, or at most where less is better. */
  readonly goal: number
  /** @default 'at least' */
  readonly bound?: 'at least' | 'at most'
}

/** Whether a goal is met; a baseline that was not run decides nothing. */
export const isMet = ({ ratio, goal, bound }: BenchResult): boolean =>
  ratio === undefined || (bound === 'at most' ? ratio <= goal : ratio >= goal)

const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`

/** The results as a table for a terminal. */
export function toTable(results: readonly BenchResult[]): string {
  const rows = results.map((result) => [
    result.what,
    result.ours,
    result.baseline,
    result.ratio === undefined ? 'not run' : percent(result.ratio),
    `${result.bound === 'at most' ? '≤' : '≥'} ${percent(result.goal)}`,
    result.ratio === undefined ? '' : isMet(result) ? 'met' : 'MISSED',
  ])
  return toColumns([['what', 'ours', 'baseline', 'ratio', 'goal', ''], ...rows])
}
