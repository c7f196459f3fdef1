import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { publint } from 'publint'
import { expect, it } from 'vitest'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { packPackage } from './pack-package.ts'
import { filesBelow, filesToPublish } from './published-files.ts'
import { runTool } from './run-tool.ts'

/** The tarball, and what it unpacks to: recorded, with a tenth to grow. */
const MAX_TARBALL_BYTES = 250_000
const MAX_UNPACKED_BYTES = 1_150_000

const TEST_FOLDER = join(import.meta.dirname, '..')

const { tarball, folder } = await sharedFixtures().use(packPackage('sdk'))
const files = await filesBelow(folder)

it('holds a module and its types for each source, the licence, the guide and the mapping, and nothing else', async () => {
  const about = files.filter((file) => !file.startsWith('dist/'))
  expect(about).toEqual(['LICENSE', 'MAPPING.md', 'README.md', 'package.json'])
  expect(files.filter((file) => file.startsWith('dist/'))).toEqual(await filesToPublish())
})

it('names its exports one by one, each with its types, and none by a source that is not there', async () => {
  // npm wrote it; the assertion looks closer.
  const { exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { exports: object }
  expect(exports).toEqual({
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './browser': { types: './dist/browser/index.d.ts', default: './dist/browser/index.js' },
    './stages': { types: './dist/stages.d.ts', default: './dist/stages.js' },
  })
})

it(`is at most ${MAX_TARBALL_BYTES} bytes, unpacked ${MAX_UNPACKED_BYTES}`, async () => {
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size))
  const unpackedBytes = sizes.reduce((sum, size) => sum + size, 0)
  const tarballBytes = (await stat(tarball)).size
  console.log(`@rudder-klaviyo/sdk: ${tarballBytes} bytes, unpacked ${unpackedBytes} in ${files.length} files`)
  expect(tarballBytes).toBeLessThanOrEqual(MAX_TARBALL_BYTES)
  expect(unpackedBytes).toBeLessThanOrEqual(MAX_UNPACKED_BYTES)
})

it('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: folder, pack: false, strict: true })
  expect(messages).toEqual([])
})

it('its types resolve wherever ES modules do', async () => {
  const attw = join(TEST_FOLDER, 'node_modules', '.bin', 'attw')
  const printed = await runTool([attw, tarball, '--profile', 'esm-only', '--format', 'json'], { cwd: TEST_FOLDER })
  // The format of attw; the assertions look closer.
  const { analysis } = JSON.parse(printed) as { analysis: { entrypoints: object } }
  expect(Object.keys(analysis.entrypoints)).toEqual(['.', './browser', './stages'])
})
