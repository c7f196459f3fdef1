import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './support/result.ts'

const FLAG = '--disallow-code-generation-from-strings'

/** The same lines in a process that may not make code of texts, as in Workers and under a content security policy. */
export function benchMappingWithoutEval({ isQuick }: { isQuick: boolean }): readonly BenchResult[] {
  const child = fileURLToPath(new URL('mapping-child.ts', import.meta.url))
  const output = execFileSync(process.execPath, ['--conditions=source', FLAG, child, ...(isQuick ? ['--quick'] : [])], {
    encoding: 'utf8',
  })
  const results = JSON.parse(output) as readonly BenchResult[] // written by mapping-child.ts
  return results.map((result) => ({ ...result, what: `${result.what}, no code generation` }))
}
