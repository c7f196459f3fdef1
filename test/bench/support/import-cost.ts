import { runTool } from '../../packaging/run-tool.ts'

/** What importing a package costs in a process that did nothing before. */
export interface ImportCost {
  readonly importMs: number
  /** Resident memory that came with it. */
  readonly addedBytes: number
}

interface ImportTarget {
  /** Where the package is installed. */
  readonly folder: string
  readonly specifier: string
}

const SCRIPT = `
  const rss = process.memoryUsage.rss()
  const start = performance.now()
  await import(process.argv[1])
  const importMs = performance.now() - start
  console.log(JSON.stringify({ importMs, addedBytes: process.memoryUsage.rss() - rss }))
`

/** The median cost of each import, in rounds of one process for each, so that all see the same machine. */
export async function measureImports(
  targets: readonly ImportTarget[],
  roundCount: number,
): Promise<readonly ImportCost[]> {
  const runs: ImportCost[][] = targets.map(() => [])
  // The first round only brings the files into the cache of the machine.
  for (let round = 0; round <= roundCount; round++) {
    for (const [index, { folder, specifier }] of targets.entries()) {
      const printed = await runTool([process.execPath, '--input-type=module', '--eval', SCRIPT, specifier], {
        cwd: folder,
      })
      // The script above prints it.
      if (round > 0) runs[index]?.push(JSON.parse(printed) as ImportCost)
    }
  }
  return runs.map((costs) => ({
    importMs: median(costs.map(({ importMs }) => importMs)),
    addedBytes: median(costs.map(({ addedBytes }) => addedBytes)),
  }))
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
