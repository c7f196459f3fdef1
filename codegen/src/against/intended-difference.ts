import * as z from 'zod'
import { CodegenError } from '../codegen-error.ts'
import { readData } from '../openapi/load-document.ts'
import type { Difference } from './difference.ts'

/** A rule of `differences.yaml`: differences that we want, and why. */
export const IntendedDifference = z.strictObject({
  /** The revisions that have the difference; `*` is every one. */
  revision: z.union([z.literal('*'), z.array(z.string()).min(1)]),
  /** One or many places; `*` stands for a part without a slash, `**` for anything. */
  at: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  kind: z.string().regex(/^[a-z][a-zA-Z-]*-(added|left-out|differs)$/, 'must be like property-left-out'),
  reason: z.string().min(10),
})
export type IntendedDifference = z.infer<typeof IntendedDifference>

/**
 * Reads the rules.
 * @throws {CodegenError} when the file cannot be read or a rule is not as it must be.
 */
export async function loadIntendedDifferences(file: string): Promise<IntendedDifference[]> {
  const result = z.array(IntendedDifference).safeParse((await readData(file)) ?? [])
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new CodegenError(`${file}: rule ${issue?.path.join(' / ') ?? ''}: ${issue?.message ?? 'is wrong'}`)
}

/** Whether a place is meant by a pattern of a rule. Brackets stand for themselves: they are common in places. */
export function matchesPlace(pattern: string, place: string): boolean {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[$()+.?[\\\]^{|}]/g, '\\$&')))
    .join('')
  return new RegExp(`^${source}$`).test(place)
}

/** Whether a rule means the difference. */
export function isIntended({ at, kind }: Difference, rule: IntendedDifference): boolean {
  return kind === rule.kind && [rule.at].flat().some((pattern) => matchesPlace(pattern, at))
}
