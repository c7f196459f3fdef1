import { benchMapping } from './mapping.ts'

// Started by mapping-without-eval.ts: gives the results as JSON.
process.stdout.write(JSON.stringify(benchMapping({ isQuick: process.argv.includes('--quick') })))
