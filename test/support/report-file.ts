import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { RunReport } from './run-report.ts'

const nameOf = (test: TestCase): string => `${test.module.relativeModuleId} › ${test.fullName.replaceAll(' > ', ' › ')}`

// A file that throws while it is loaded, or a beforeAll that fails, leaves its tests out without failing any of them.
const brokenParts = (module: TestModule): string[] => [
  ...(module.errors().length > 0 ? [`${module.relativeModuleId} (the file itself)`] : []),
  ...[...module.children.allSuites()]
    .filter((suite) => suite.errors().length > 0)
    .map((suite) => `${module.relativeModuleId} › ${suite.fullName.replaceAll(' > ', ' › ')} (its hooks)`),
]

/** A vitest reporter that writes a {@link RunReport} to `path` when the run ends. */
export class ReportFile implements Reporter {
  readonly #path: string
  constructor(path: string) {
    this.#path = path
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    let passedCount = 0
    const failures = unhandled.map((error) => `error outside any test: ${error.message}`)
    const leftOut: { test: string; reason: string }[] = []
    for (const module of modules) {
      failures.push(...brokenParts(module))
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') passedCount += 1
        else if (result.state === 'failed') failures.push(nameOf(test))
        else if (result.state === 'skipped' && result.note !== undefined)
          leftOut.push({ test: nameOf(test), reason: result.note })
        else failures.push(`${nameOf(test)} (left out without a reason)`)
      }
    }
    writeFileSync(this.#path, JSON.stringify({ passedCount, failures, leftOut } satisfies RunReport))
  }
}
