import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { findInputs } from './input.ts'
import { prepareRun, type PreparedRun, type RunChoice } from './prepare-run.ts'

let folder = ''
const inFolder = (name: string): string => join(folder, name)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rudder-klaviyo-state-'))
  const mine = folder
  onTestFinished(() => rm(mine, { recursive: true }))
  await writeFile(inFolder('a.ndjson'), '{"a":1}\n'.repeat(30_000))
  await writeFile(inFolder('b.ndjson'), '{"b":1}\n')
})

async function prepare(
  choice: Partial<RunChoice> = {},
  names: readonly string[] = ['a.ndjson', 'b.ndjson'],
): Promise<PreparedRun> {
  const inputs = await findInputs(names.map(inFolder))
  const statePath = inFolder('state.json')
  return prepareRun({ inputs, klaviyo: 'https://a.klaviyo.com', statePath, rejectedPath: undefined, ...choice })
}

const COUNTS = { delivered: 3, filtered: 0, rejected: 1, retry: 0 }
const POSITION = { fileIndex: 1, line: 4 }

/** A run that came so far and was interrupted. */
async function interruptedRun(isFinished = false): Promise<void> {
  await using run = await prepare()
  await run.rejected?.add('one')
  await run.checkpoint?.({ position: POSITION, counts: COUNTS }, isFinished)
}

describe('a run with a state', () => {
  it('starts at the start, and says so on the disk before anything is sent', async () => {
    await using run = await prepare()
    expect(run).toMatchObject({ from: { position: { fileIndex: 0, line: 0 } }, isFinished: false })
    expect(JSON.parse(await readFile(inFolder('state.json'), 'utf8'))).toMatchObject({ position: { line: 0 } })
  })

  it('goes on where the last one ended, and cuts off what that one had not recorded', async () => {
    await interruptedRun()
    await appendFile(inFolder('state.json.rejected'), 'two')
    await using run = await prepare()
    expect(run).toMatchObject({ from: { position: POSITION, counts: COUNTS }, isFinished: false })
    expect(await readFile(inFolder('state.json.rejected'), 'utf8')).toBe('one\n')
  })

  it('that is finished says so', async () => {
    await interruptedRun(true)
    await using run = await prepare()
    expect(run.isFinished).toBe(true)
  })

  it('keeps a second one out, until it ends', async () => {
    const run = await prepare()
    await expect(prepare()).rejects.toThrow(/in use by another run/)
    await run[Symbol.asyncDispose]()
    await using next = await prepare()
    expect(next.isFinished).toBe(false)
  })

  const nothing = (): Promise<void> => Promise.resolve()
  const shortened = `${'{"a":1}\n'.repeat(29_999)}{"a":2}\n`
  const BOTH = ['a.ndjson', 'b.ndjson']
  interface Case {
    readonly what: string
    readonly change?: () => Promise<unknown>
    readonly choice?: Partial<RunChoice>
    readonly names?: readonly string[]
    readonly words: RegExp
  }

  it.each<Case>([
    { what: 'fewer files', names: ['a.ndjson'], words: /there were 2 files, and are 1/ },
    {
      what: 'another order',
      names: BOTH.toReversed(),
      words: /b\.ndjson has 8 bytes, and .*a\.ndjson had 240000/,
    },
    {
      what: 'a longer file',
      change: () => appendFile(inFolder('b.ndjson'), 'x'),
      words: /b\.ndjson has 9 bytes, and .* had 8/,
    },
    { what: 'another start', change: () => writeFile(inFolder('b.ndjson'), '{"c":1}\n'), words: /begins otherwise/ },
    { what: 'another end', change: () => writeFile(inFolder('a.ndjson'), shortened), words: /ends otherwise/ },
    {
      what: 'another Klaviyo',
      choice: { klaviyo: 'http://127.0.0.1:1' },
      words: /events went to https:\/\/a\.klaviyo\.com, and would go to http/,
    },
    {
      what: 'another rejected file',
      choice: { rejectedPath: 'r' },
      words: /rejected events went to .*state\.json\.rejected, and would go to/,
    },
    {
      what: 'a state that is none',
      change: () => writeFile(inFolder('state.json'), '{"x":1}'),
      words: /holds something else/,
    },
    {
      what: 'a rejected file that is gone',
      change: () => rm(inFolder('state.json.rejected')),
      words: /has 0 bytes, and had 4/,
    },
  ])('is refused with $what', async ({ change = nothing, choice, names = BOTH, words }) => {
    await interruptedRun()
    await change()
    const refused = prepare(choice, names)
    await expect(refused).rejects.toThrow(UsageError)
    await expect(refused).rejects.toThrow(words)
    // It let go of the lock.
    await expect(prepare(choice, names)).rejects.not.toThrow(/in use/)
  })

  it('in a folder that is not there says so', async () => {
    await expect(prepare({ statePath: inFolder('missing/state') })).rejects.toThrow(/cannot be locked/)
  })
})
