import { describe, expect, it } from 'vitest'
import { COST_COMPILERS, COST_FILES, measureCosts, recordedCosts } from './measure-cost.ts'

/** How far a count may be from what is recorded. */
const MAX_CHANGE = 0.1

const MEND =
  'Make the types cheaper, or record what they cost: npx -y pnpm@12 exec node --conditions=source test/types/record-cost.ts'

describe.each(COST_COMPILERS)('with $name', (compiler) => {
  it(`every program costs the type checker what is recorded, give or take ${MAX_CHANGE * 100} %`, async () => {
    const recorded = (await recordedCosts())[compiler.name] ?? {}
    const measured = await measureCosts(compiler)
    const changed = COST_FILES.filter((file) => isFar(measured[file], recorded[file]))
    // The message says what to do.
    expect(changed.map((file) => `${file}: ${measured[file]} instead of ${recorded[file]}. ${MEND}`)).toEqual([])
  }, 120_000)
})

/** A count that fell is to be recorded as well, or it hides the next rise. */
function isFar(measured = 0, recorded = 0): boolean {
  return Math.abs(measured - recorded) > recorded * MAX_CHANGE
}
