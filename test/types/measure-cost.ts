import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile, COMPILERS, emitTypes, type Compiler } from './compile.ts'

const FOLDER = join(import.meta.dirname, 'cost')

/** The programs whose cost is recorded. */
export const COST_FILES = ['nothing.ts', 'builders.ts', 'tracking-plan.ts', 'client.ts'] as const

/** Where the counts are recorded. */
export const COST_RECORD = join(FOLDER, 'recorded.json')

/** Instantiations by compiler and file. */
export type Costs = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The counts that are recorded. */
export async function recordedCosts(): Promise<Costs> {
  // Only `record-cost.ts` writes it.
  return JSON.parse(await readFile(COST_RECORD, 'utf8')) as Costs
}

/**
 * What every program costs the type checker. Counts and no times, so that a machine gives what the other gives.
 * @throws when a program does not compile: what is wrong would be cheap
 */
export async function measureCosts(compiler: Compiler): Promise<Readonly<Record<string, number>>> {
  // As a caller has them: the sources of the sdk would be checked along, and cost what its inside costs.
  await using types = await emitTypes(compiler)
  const costs: [string, number][] = []
  for (const file of COST_FILES) costs.push([file, await instantiations(compiler, file, types.index)])
  return Object.fromEntries(costs)
}

/** The compilers by which the costs are measured: the newest alone, since the other takes ten times as long. */
export const COST_COMPILERS = COMPILERS.slice(0, 1)

async function instantiations(compiler: Compiler, file: string, sdk: string): Promise<number> {
  const { diagnostics, instantiationCount } = await compile(compiler, [join(FOLDER, file)], { sdk })
  if (diagnostics.length > 0) throw new Error(`${file} does not compile: ${JSON.stringify(diagnostics)}`)
  return instantiationCount
}
