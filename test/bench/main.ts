import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchDelivery } from './delivery.ts'
import { benchMapping } from './mapping.ts'
import { benchMappingWithoutEval } from './mapping-without-eval.ts'
import { benchSdk } from './sdk.ts'
import { isMet, toTable, type BenchResult } from './support/result.ts'
import { runCard } from './support/run-card.ts'

// pnpm bench                every bench
// pnpm bench sdk            one of them
// pnpm bench --quick        shorter slices of time and fewer rounds, for a first look
// Exit status 1 when a goal is missed.
type Bench = (options: { isQuick: boolean }) => readonly BenchResult[] | Promise<readonly BenchResult[]>

const BENCHES: Readonly<Record<string, Bench>> = {
  mapping: (options) => [...benchMapping(options), ...benchMappingWithoutEval(options)],
  sdk: benchSdk,
  delivery: benchDelivery,
}

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There is: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}

const card = runCard()
const { cores, cpu, load, node, commit } = card
console.log(`Node ${node}, ${cores} cores (${cpu}), load ${load}, commit ${commit}\n`)
const wanted = Object.entries(BENCHES).filter(([name]) => positionals.length === 0 || positionals.includes(name))
const results: BenchResult[] = []
// One after another: they would disturb each other's times.
for (const [, bench] of wanted) results.push(...(await bench({ isQuick: values.quick })))
console.log(toTable(results))
writeFileSync('bench.json', `${JSON.stringify({ card, results }, undefined, 2)}\n`)
process.exitCode = results.every(isMet) ? 0 : 1
