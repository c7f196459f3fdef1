import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'
import { bundle } from './bundle.ts'
import { copyConsumer, installConsumer } from './install-consumer.ts'
import { packPackage } from './pack-package.ts'
import { programIn } from './readme-program.ts'
import { runTool } from './run-tool.ts'
import { orderOn, sentOrder } from './sent-order.ts'

const SDK = '@rudder-klaviyo/sdk'

const fixtures = sharedFixtures()
const sdk = await fixtures.use(packPackage('sdk'))
const { path: project } = await fixtures.use(installConsumer('node-esm', { sdk, tools: false }))

const copyScript = (name: string): Promise<void> => cp(join(import.meta.dirname, name), join(project, name))
const runJson = async (args: readonly string[]): Promise<unknown> =>
  JSON.parse(await runTool([process.execPath, ...args], { cwd: project }))

/** Programs with the most that each may weigh, in bytes, gzipped: recorded, with a tenth to grow. */
const PROGRAMS = [
  {
    what: 'a first event',
    program: `import { createKlaviyo } from '${SDK}'
      await createKlaviyo({ apiKey: 'pk' }).track('Order Completed').user({ email: 'alex@example.com' }).send()`,
    maxBytes: 95_000,
  },
  {
    what: 'planning alone',
    program: `import { planEvent, resolveSettings } from '${SDK}/stages'
      console.log(planEvent({}, resolveSettings()))`,
    maxBytes: 55_000,
  },
  { what: 'the client for pages', program: `export * from '${SDK}/browser'`, maxBytes: 3_000 },
]

describe.each(PROGRAMS)('bundled for $what', ({ what, program, maxBytes }) => {
  it.each([
    ['browsers', []],
    ['workers', ['workerd', 'worker']],
  ])('for %s it needs no built-in of Node', async (_platform, conditions) => {
    const { externals, code } = await bundle(program, { folder: project, conditions })
    expect(externals).toEqual([])
    expect(code).not.toMatch(/["'`]node:|\brequire\(/)
  })

  it(`weighs at most ${maxBytes} bytes, minified and gzipped`, async () => {
    const { gzipBytes, minifiedBytes } = await bundle(program, { folder: project })
    console.log(`${what}: ${gzipBytes} bytes gzipped, ${minifiedBytes} minified`)
    expect(gzipBytes).toBeLessThanOrEqual(maxBytes)
  })
})

it.each([SDK, `${SDK}/stages`, `${SDK}/browser`])(
  '%s weighs nothing where nothing of it is used',
  async (specifier) => {
    const { code } = await bundle(`import * as unused from '${specifier}'; console.log(1)`, { folder: project })
    expect(code.trim()).toBe('console.log(1);')
  },
)

it.each([
  // zod keeps its settings there, so that all its copies share them.
  [SDK, ['__zod_globalConfig', '__zod_globalRegistry']],
  [`${SDK}/stages`, ['__zod_globalConfig', '__zod_globalRegistry']],
  [`${SDK}/browser`, []],
])('importing %s starts nothing, prints nothing and changes nothing', async (specifier, changed) => {
  await copyScript('observe-import.ts')
  const observed = await runJson(['observe-import.ts', specifier])
  expect(observed).toEqual({ timers: 0, requests: 0, evaluations: 0, changed })
})

it('plans and checks where code may not be made from text, and does not even try', async () => {
  await copyScript('plan-without-eval.ts')
  const flag = '--disallow-code-generation-from-strings'
  expect(await runJson([flag, 'plan-without-eval.ts'])).toEqual({
    tryCount: 0,
    operations: ['create_or_update_profile', 'subscribe_profiles'],
    issuePaths: ['traits.subscribe', 'groupId', ''],
    refusal: 'ConfigError',
  })
})

describe('a project that installed the tarball', () => {
  it('plans and sends on the Node of this workspace', async () => {
    const sent = await sentOrder((sandboxUrl) =>
      runTool([process.execPath, 'main.js'], { cwd: project, env: { SANDBOX_URL: sandboxUrl } }),
    )
    expect(sent).toMatchObject(orderOn(`node ${process.versions.node}`))
  })

  it('plans and sends from a bundle for browsers', async () => {
    await copyConsumer('bundler', join(project, 'bundler'))
    const { code } = await bundle(`export * from './main.ts'`, { folder: join(project, 'bundler') })
    await writeFile(join(project, 'bundled.js'), code)
    const script = `console.log(JSON.stringify(await (await import('./bundled.js')).sendOrder(process.env.SANDBOX_URL)))`
    const sent = await sentOrder((sandboxUrl) =>
      runTool([process.execPath, '--input-type=module', '--eval', script], {
        cwd: project,
        env: { SANDBOX_URL: sandboxUrl },
      }),
    )
    expect(sent).toMatchObject(orderOn('bundle'))
  })

  it('compiles against its types without skipLibCheck', async () => {
    await copyConsumer('types', join(project, 'types'))
    const printed = await runTool(['tsc', '--project', 'tsconfig.bundler.json'], { cwd: join(project, 'types') })
    expect(printed).toBe('')
  })
})

describe('the first program of the guide', async () => {
  const guide = await readFile(join(WORKSPACE_ROOT, 'packages', 'sdk', 'README.md'), 'utf8')
  const { code, extension, lineCount } = programIn(guide, 'first-event')
  /** Where a sandbox is that was started without options. */
  const usualAddress = 'http://127.0.0.1:4010'

  it('has at most ten lines and talks to a sandbox', () => {
    expect(lineCount).toBeLessThanOrEqual(10)
    expect(code).toContain(usualAddress)
  })

  it('runs as it stands, apart from the address of the sandbox', async () => {
    const file = `first-event${extension}`
    const { events } = await sentOrder(async (sandboxUrl) => {
      await writeFile(join(project, file), code.replaceAll(usualAddress, sandboxUrl))
      return runTool([process.execPath, file], { cwd: project })
    })
    expect(events).toHaveLength(1)
  })
})
