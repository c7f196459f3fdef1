import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Artefact } from './artefacts.ts'
import { findDrift } from './check.ts'
import { writeArtefacts } from './write.ts'

const FOLDERS = ['one/generated', 'never/made']
const ARTEFACTS: readonly Artefact[] = [
  { part: 'openapi', path: 'one/generated/a.ts', produce: async () => 'a\n' },
  { part: 'openapi', path: 'one/generated/deep/b.json', produce: async () => '{}\n' },
  { part: 'sdl', path: 'two/schema.graphql', produce: async () => 'type Query\n' },
]

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'codegen-check-'))
})
afterEach(() => rm(root, { recursive: true }))

const check = () => findDrift(root, ARTEFACTS, FOLDERS)
const write = () => writeArtefacts(root, ARTEFACTS, FOLDERS)

describe('the drift check', () => {
  it('finds everything missing at first and nothing after a run', async () => {
    expect((await check()).map(({ kind }) => kind)).toEqual(['missing', 'missing', 'missing'])
    await write()
    expect(await check()).toEqual([])
  })

  it('finds an edited, a removed and a left-over file; the next run mends all three', async () => {
    await write()
    await writeFile(join(root, 'one/generated/a.ts'), 'a')
    await rm(join(root, 'two/schema.graphql'))
    await writeFile(join(root, 'one/generated/deep/old.ts'), '')
    await writeFile(join(root, 'two/hand-written.ts'), '')
    expect(await check()).toEqual([
      { path: 'one/generated/a.ts', kind: 'differs' },
      { path: 'two/schema.graphql', kind: 'missing' },
      { path: 'one/generated/deep/old.ts', kind: 'left over' },
    ])
    expect(await write()).toEqual([
      'written    one/generated/a.ts',
      'unchanged  one/generated/deep/b.json',
      'written    two/schema.graphql',
      'removed    one/generated/deep/old.ts',
    ])
    expect(await check()).toEqual([])
    expect(await readFile(join(root, 'two/hand-written.ts'), 'utf8')).toBe('')
  })

  it('does not touch a file that is right', async () => {
    await write()
    const before = await stat(join(root, 'one/generated/a.ts'))
    await write()
    expect((await stat(join(root, 'one/generated/a.ts'))).mtimeMs).toBe(before.mtimeMs)
  })
})
