import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { openRejectedFile } from './rejected-file.ts'

let path = ''
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rudder-klaviyo-rejected-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  path = join(folder, 'rejected.ndjson')
})

describe('the rejected file', () => {
  it('is not there while there is nothing to keep', async () => {
    const file = await openRejectedFile(path, undefined)
    await file.sync()
    await file.close()
    await expect(stat(path)).rejects.toThrow(/ENOENT/)
  })

  it('holds each line after a sync, and is as long as it says', async () => {
    const file = await openRejectedFile(path, undefined)
    await file.add('{"a":"ü"}')
    await file.add('{"b":2}')
    await file.sync()
    expect(await readFile(path, 'utf8')).toBe('{"a":"ü"}\n{"b":2}\n')
    expect((await stat(path)).size).toBe(file.sizeBytes())
    await file.close()
  })

  it('is cut back to what was recorded, and goes on from there', async () => {
    await writeFile(path, 'one\ntwo\nthr')
    const file = await openRejectedFile(path, 4)
    await file.add('2')
    await file.close()
    expect(await readFile(path, 'utf8')).toBe('one\n2\n')
  })

  it('of a former run is never written over', async () => {
    await writeFile(path, 'one\n')
    const opened = openRejectedFile(path, undefined)
    await expect(opened).rejects.toThrow(UsageError)
    await expect(opened).rejects.toThrow(/of a former run/)
  })

  it('that has less than was recorded is refused', async () => {
    await expect(openRejectedFile(path, 4)).rejects.toThrow(/has 0 bytes, and had 4/)
  })

  it('that cannot be written says so', async () => {
    const file = await openRejectedFile(join(path, 'missing', 'x'), undefined)
    await file.add('1')
    await expect(file.sync()).rejects.toThrow(/cannot be written/)
  })
})
