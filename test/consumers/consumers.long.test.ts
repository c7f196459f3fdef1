import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundle } from '../packaging/bundle.ts'
import { installConsumer } from '../packaging/install-consumer.ts'
import { packPackage } from '../packaging/pack-package.ts'
import { runTool } from '../packaging/run-tool.ts'
import { orderOn, sentOrder } from '../packaging/sent-order.ts'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'

const sdk = await sharedFixtures().use(packPackage('sdk'))

/** Runtimes that take the package as it is, by the consumer of the same name. */
const RUNTIMES = [
  { name: 'node-esm', command: ['node', 'main.js'], platform: 'node 22.1.0' },
  { name: 'bun', command: ['bun', 'main.ts'], platform: 'bun 1.4.5' },
  // It may reach this machine alone, and read the one variable: what the sdk does needs nothing more.
  {
    name: 'deno',
    command: ['deno', 'run', '--allow-net=127.0.0.1', '--allow-env=SANDBOX_URL', 'main.ts'],
    platform: 'deno 2.9.6',
  },
] as const

it.each(RUNTIMES)('$platform installs the packed sdk, plans and sends', async ({ name, command, platform }) => {
  await using project = await installConsumer(name, { sdk, tools: true })
  const [program, ...args] = command
  const sent = await sentOrder((sandboxUrl) =>
    runTool([join(project.path, 'node_modules', '.bin', program), ...args], {
      cwd: project.path,
      env: { SANDBOX_URL: sandboxUrl },
    }),
  )
  expect(sent).toMatchObject(orderOn(platform))
})

it('workerd runs the bundled sdk, plans and sends', async () => {
  await using project = await installConsumer('workerd', { sdk, tools: true })
  const { code } = await bundle(`export { default } from './worker.ts'`, {
    folder: project.path,
    conditions: ['workerd', 'worker'],
  })
  await writeFile(join(project.path, 'worker.js'), code)
  const sent = await sentOrder((sandboxUrl) =>
    runTool([join(project.path, 'node_modules', '.bin', 'workerd'), 'test', 'config.capnp'], {
      cwd: project.path,
      env: { SANDBOX_URL: sandboxUrl },
    }),
  )
  expect(sent).toMatchObject(orderOn('workerd Cloudflare-Workers'))
})

describe('types', async () => {
  const project = await sharedFixtures().use(installConsumer('types', { sdk, tools: true }))
  const compilers = ['typescript-5.9', 'typescript-6', 'typescript-7']
  const combinations = compilers.flatMap((compiler) =>
    ['nodenext', 'bundler'].map((resolution) => ({ compiler, resolution })),
  )

  it.each(combinations)(
    'compile with $compiler, $resolution, without skipLibCheck',
    async ({ compiler, resolution }) => {
      const tsc = join(project.path, 'node_modules', compiler, 'bin', 'tsc')
      const printed = await runTool([process.execPath, tsc, '--project', `tsconfig.${resolution}.json`], {
        cwd: project.path,
      })
      expect(printed).toBe('')
    },
  )
})
