import { publint } from 'publint'
import { expect, it } from 'vitest'
import { packPackage } from './pack-package.ts'
import { filesBelow, ONLY_FOR_TESTS } from './published-files.ts'

it.each([
  { name: 'sandbox', needed: ['sdk'], entry: 'dist/index.js' },
  { name: 'gateway', needed: ['sdk'], entry: 'schema.graphql' },
  { name: 'cli', needed: ['sdk', 'sandbox', 'gateway'], entry: 'dist/main.js' },
])('$name packs without tests, and publint has nothing to say', async ({ name, needed, entry }) => {
  await using packed = await packPackage(name, needed)
  const files = await filesBelow(packed.folder)
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'package.json', entry]))
  expect(files.filter((file) => ONLY_FOR_TESTS.test(file))).toEqual([])
  expect(files.filter((file) => !/\.(js|d\.ts|json|graphql|md)$|^LICENSE$/.test(file))).toEqual([])
  const { messages } = await publint({ pkgDir: packed.folder, pack: false, strict: true })
  expect(messages).toEqual([])
})
