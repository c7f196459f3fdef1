import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tinyDocument } from './fixtures/tiny-document.ts'
import { run } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codegen-run-'))
  const document = { ...tinyDocument({}, {}, '/api/things/'), openapi: '3.0.2' }
  await writeFile(join(folder, 'spec.json'), JSON.stringify(document))
  await writeFile(
    join(folder, 'other.json'),
    JSON.stringify({ ...document, info: { title: 'T', version: '1999-01-01' } }),
  )
})
afterAll(() => rm(folder, { recursive: true }))

describe('the command', () => {
  it('generates from any document, by paths from where it was typed', async () => {
    const { status, error } = await run(['--spec', 'spec.json', '--out', 'new/out'], { INIT_CWD: folder })
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const types = await readFile(join(folder, 'new/out/types.ts'), 'utf8')
    expect(types).toMatch(/^\/\/ Generated, do not edit: made by `pnpm codegen --spec` from spec\.json\.\n/)
    expect(types).toContain('"/api/things/": {')
    expect(await readFile(join(folder, 'new/out/endpoints.ts'), 'utf8')).toContain(`path: '/api/things/'`)
  })

  it.each([
    [['--nope'], /^codegen: .*'--nope'.*--help/],
    [['--against', 'none.json'], /^codegen: cannot read .*none\.json/],
    [['--spec', 'none.yaml', '--out', 'x'], /^codegen: cannot read .*none\.yaml/],
    [['--against', 'other.json'], /is of revision 1999-01-01; we have documents of 2024-06-15/],
  ])('%j says what is wrong in one line and ends with status 2', async (args, message) => {
    const { status, output, error } = await run(args, { INIT_CWD: folder })
    expect({ status, output, lines: error.trimEnd().split('\n').length }).toEqual({ status: 2, output: '', lines: 1 })
    expect(error).toMatch(message)
  })

  it('finds what differs from the official document and ends with status 1', async () => {
    const { status, output } = await run(['--against', 'spec.json'], { INIT_CWD: folder })
    expect(status).toBe(1)
    expect(output).toContain('create_event: operation-added: ours POST /api/events, official nothing')
  })

  it('prints its usage', async () => {
    const { status, output } = await run(['--help'], {})
    expect(status).toBe(0)
    expect(output).toContain('pnpm codegen --against FILE')
  })
})
