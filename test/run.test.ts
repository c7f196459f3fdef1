import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from './support/run-command.ts'
import type { RunReport } from './support/run-report.ts'
import { temporaryWorkspace } from './support/temporary-workspace.ts'

// `pnpm test` must never be green because something did not run.
const PLANTED = {
  'test/planted.test.ts': `
    import { beforeAll, describe, expect, it } from 'vitest'
    import { requirement } from './support/requirement.ts'
    const absent = { find: () => undefined, missing: 'get it from the shelf.' }
    const server = requirement('a server', { ...absent, installable: true })
    const document = requirement('a document', { ...absent, installable: false })
    it('passes', () => { expect(1).toBe(1) })
    it('fails', () => { expect(1).toBe(2) })
    it.skip('bare skip', () => {})
    it.todo('bare todo')
    server.it('wants a server', () => { expect(1).toBe(1) })
    server.describe('a suite', () => { it('inside', () => {}) })
    document.it('wants a document', () => {})
    describe('hooks', () => { beforeAll(() => { throw new Error('no') }); it('never runs', () => {}) })
  `,
  'test/broken.test.ts': `throw new Error('no')`,
}

const reportOf = async (env: Record<string, string>): Promise<RunReport> => {
  await using workspace = await temporaryWorkspace(['vitest.config.ts', 'test/support'], PLANTED)
  const path = join(workspace.root, 'report.json')
  await runCommand(['vitest', 'run'], { cwd: workspace.root, env: { LONG_TESTS: '0', TEST_REPORT: path, ...env } })
  // Written by the reporter under test.
  return JSON.parse(await readFile(path, 'utf8')) as RunReport
}

const ALWAYS_FAIL = [
  'test/broken.test.ts (the file itself)',
  'test/planted.test.ts › fails',
  'test/planted.test.ts › bare skip (left out without a reason)',
  'test/planted.test.ts › bare todo (left out without a reason)',
  'test/planted.test.ts › hooks (its hooks)',
  'test/planted.test.ts › hooks › never runs (left out without a reason)',
]
const NEED_A_SERVER = ['test/planted.test.ts › wants a server', 'test/planted.test.ts › a suite (all of it)']
const leftOutFor = (name: string) => (test: string) => ({ test, reason: `needs ${name}: get it from the shelf.` })
const NEED_A_DOCUMENT = ['test/planted.test.ts › wants a document'].map(leftOutFor('a document'))

it('lists every test that was left out with its reason, and fails those without one', async () => {
  const { passedCount, failures, leftOut } = await reportOf({ REQUIRE_ALL_TESTS: '0', CI: 'true' })
  expect(passedCount).toBe(1)
  expect(failures.toSorted()).toEqual(ALWAYS_FAIL.toSorted())
  expect(leftOut).toEqual([...NEED_A_SERVER.map(leftOutFor('a server')), ...NEED_A_DOCUMENT])
})

it('fails what wants an absent server when all tests are required, but not what wants a document', async () => {
  const { passedCount, failures, leftOut } = await reportOf({ REQUIRE_ALL_TESTS: '1' })
  expect(passedCount).toBe(1)
  expect(failures.toSorted()).toEqual([...ALWAYS_FAIL, ...NEED_A_SERVER].toSorted())
  expect(leftOut).toEqual(NEED_A_DOCUMENT)
})
