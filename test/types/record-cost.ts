import { writeFile } from 'node:fs/promises'
import { COST_COMPILERS, COST_RECORD, measureCosts, type Costs } from './measure-cost.ts'

// Writes down what the types cost now: to be run when a rise is wanted, and to be read in the review.
const entries = await Promise.all(
  COST_COMPILERS.map(async (compiler) => [compiler.name, await measureCosts(compiler)] as const),
)
const costs: Costs = Object.fromEntries(entries)
await writeFile(COST_RECORD, `${JSON.stringify(costs, undefined, 2)}\n`)
console.log(costs)
