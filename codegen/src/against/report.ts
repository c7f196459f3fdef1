import { renderDifference } from './difference.ts'
import type { Difference } from './difference.ts'
import { isIntended } from './intended-difference.ts'
import type { IntendedDifference } from './intended-difference.ts'

/** The result of a comparison as text, and whether nothing is left to mend. */
export interface Report {
  readonly text: string
  readonly clean: boolean
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

/** Sorts the differences into those that a rule means and those to mend; a rule that means nothing is to be mended too. */
export function makeReport(
  revision: string,
  operationCount: number,
  differences: readonly Difference[],
  rules: readonly IntendedDifference[],
): Report {
  const open = new Set(differences)
  const lines: string[] = []
  const stale: string[] = []
  for (const rule of rules.filter((each) => each.revision === '*' || each.revision.includes(revision))) {
    const meant = differences.filter((difference) => isIntended(difference, rule))
    if (meant.length === 0)
      stale.push(`${[rule.at].flat().join(', ')}: ${rule.kind}: this rule matches nothing; remove it`)
    else lines.push(`intended, ${meant.length}: ${rule.reason}`)
    // A difference that two rules mean is listed under the first.
    const first = meant.filter((difference) => open.delete(difference))
    lines.push(...indent(first.map(renderDifference)))
  }
  if (open.size > 0)
    lines.push(
      `to mend, ${open.size}: bring our document in line, or state the reason in codegen/klaviyo/differences.yaml`,
    )
  lines.push(...indent([...open].map(renderDifference)))
  if (stale.length > 0) lines.push(`stale, ${stale.length}: rules of codegen/klaviyo/differences.yaml`)
  lines.push(...indent(stale))
  const counts = `${differences.length - open.size} on purpose, ${open.size} to mend, ${stale.length} stale rules`
  lines.push(`${revision}: ${operationCount} operations compared; ${differences.length} differences: ${counts}`)
  return { text: `${lines.join('\n')}\n`, clean: open.size === 0 && stale.length === 0 }
}
