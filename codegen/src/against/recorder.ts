import type { Difference } from './difference.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Collects differences in the order in which they are met. */
export class Recorder {
  readonly differences: Difference[] = []

  /** Compares two values of one fact; `undefined` is "not stated". */
  fact(at: string, name: string, ours: unknown, official: unknown): void {
    if (JSON.stringify(ours) === JSON.stringify(official)) return
    const way = official === undefined ? 'added' : ours === undefined ? 'left-out' : 'differs'
    this.differences.push({
      at,
      kind: `${name}-${way}`,
      ours: ours === undefined ? undefined : text(ours),
      official: official === undefined ? undefined : text(official),
    })
  }

  /** Compares two sets of one fact member by member; order does not count. */
  members(at: string, name: string, ours: Iterable<string>, official: Iterable<string>): void {
    const mine = new Set(ours)
    const theirs = new Set(official)
    const added = [...mine].filter((member) => !theirs.has(member)).toSorted()
    const leftOut = [...theirs].filter((member) => !mine.has(member)).toSorted()
    if (added.length > 0) this.fact(at, name, added.join(', '), undefined)
    if (leftOut.length > 0) this.fact(at, name, undefined, leftOut.join(', '))
  }
}
