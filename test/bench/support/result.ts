/** One line of the table of goals: ours against a baseline of the same run. */
export interface BenchResult {
  readonly what: string
  readonly ours: string
  readonly baseline: string
  /** Ours divided by the baseline; `undefined` when the baseline is not installed. */
  readonly ratio: number | undefined
  /** At least this ratio. */
  readonly goal: number
}

/** Whether a goal is met; a baseline that was not run decides nothing. */
export const isMet = ({ ratio, goal }: BenchResult): boolean => ratio === undefined || ratio >= goal

const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`

/** The results as a table for a terminal. */
export function toTable(results: readonly BenchResult[]): string {
  const rows = results.map((result) => [
    result.what,
    result.ours,
    result.baseline,
    result.ratio === undefined ? 'not run' : percent(result.ratio),
    `≥ ${percent(result.goal)}`,
    isMet(result) ? 'met' : 'MISSED',
  ])
  const table = [['what', 'ours', 'baseline', 'ratio', 'goal', ''], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}
