import { describe, it } from 'vitest'

/** What a test needs from the machine and may not find. */
export interface Requirement {
  readonly name: string
  /** Where it is, or why it is not there. */
  readonly found: { readonly path: string } | { readonly missing: string }
  /** Like vitest's `it`. Without the requirement the test is left out, and the summary of the run says why. */
  readonly it: (name: string, test: (path: string) => void | Promise<void>, timeoutMs?: number) => void
  /** Like vitest's `describe`, for tests that share a server or browser. Left out, it counts as one test. */
  readonly describe: (name: string, tests: (path: string) => void) => void
}

interface RequirementOptions {
  find: () => string | undefined
  /** Why it matters that it is missing, and how to get it. */
  missing: string
  /**
   * Whether `REQUIRE_ALL_TESTS=1` makes its absence a failure: true for what can be installed, false for what only some
   * machines may have.
   */
  installable: boolean
}

/** Declares something that tests need from the machine; look for the ready-made ones in requirements.ts first. */
export const requirement = (name: string, { find, missing, installable }: RequirementOptions): Requirement => {
  const path = find()
  const reason = `needs ${name}: ${missing}`
  const mustHave = installable && process.env['REQUIRE_ALL_TESTS'] === '1'

  const leaveOut = (title: string): void => {
    it(title, (context) => {
      if (mustHave) throw new Error(`REQUIRE_ALL_TESTS is set and this test ${reason}`)
      context.skip(reason)
    })
  }

  return {
    name,
    found: path === undefined ? { missing: reason } : { path },
    it: (title, test, timeoutMs) => {
      if (path === undefined) leaveOut(title)
      else it(title, () => test(path), timeoutMs)
    },
    describe: (title, tests) => {
      if (path === undefined) leaveOut(`${title} (all of it)`)
      else describe(title, () => tests(path))
    },
  }
}
