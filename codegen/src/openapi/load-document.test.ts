import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDocument } from './load-document.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-load-'))
})
afterAll(() => rm(folder, { recursive: true }))

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: 2024-06-15 }\n'

it.each([
  ['wrong.yaml', 'a: [', /wrong\.yaml is not valid YAML/],
  ['twice.yaml', 'a: 1\na: 2', /twice\.yaml is not valid YAML: Map keys must be unique/],
  ['wrong.json', '{', /wrong\.json is not valid JSON/],
  ['list.yaml', '[]', /is not an OpenAPI 3\.0 or 3\.1 document: at the top level/],
  ['swagger.json', '{"swagger":"2.0"}', /at openapi/],
  ['future.yaml', HEAD.replace('3.1.0', '4.0.0'), /at openapi: must be 3\.0\.x or 3\.1\.x/],
  ['paths.yaml', HEAD, /at paths/],
  [
    'required.yaml',
    `${HEAD}paths: {}\ncomponents: { schemas: { A: { properties: { b: { required: true } } } } }`,
    /at components \/ schemas \/ A \/ properties \/ b \/ required/,
  ],
  [
    'reference.yaml',
    `${HEAD}paths: {}\ncomponents: { schemas: { A: { $ref: '#/components/schemas/B' } } }`,
    /reference\.yaml: at components \/ schemas \/ A: reference "#\/components\/schemas\/B" leads to nothing/,
  ],
  [
    'elsewhere.yaml',
    `${HEAD}paths: {}\ncomponents: { schemas: { A: { $ref: 'other.yaml#/B' } } }`,
    /at components \/ schemas \/ A: reference "other\.yaml#\/B" leads to nothing in this file/,
  ],
])('%s is refused with the place of its fault', async (name, text, message) => {
  await writeFile(join(folder, name), text)
  await expect(loadDocument(join(folder, name))).rejects.toThrow(message)
})

it('says which file is missing', async () => {
  await expect(loadDocument(join(folder, 'none.yaml'))).rejects.toThrow(/cannot read .*none\.yaml: ENOENT/)
})

it('keeps the order of keys and what we do not know', async () => {
  const text = `x-first: 1\n${HEAD}paths: {}\n`
  await writeFile(join(folder, 'order.yaml'), text)
  expect(Object.keys(await loadDocument(join(folder, 'order.yaml')))).toEqual(['x-first', 'openapi', 'info', 'paths'])
})
