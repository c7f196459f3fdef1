import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseOptions } from './parse-options.ts'
import { SANDBOX_HELP, SANDBOX_OPTIONS, readSandboxOptions } from './sandbox-options.ts'

const read = (...args: string[]) =>
  readSandboxOptions(parseOptions(args, { options: SANDBOX_OPTIONS, help: SANDBOX_HELP }) ?? {})

async function fileWith(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'faults.json')
  await writeFile(file, text)
  return file
}

describe('the options of the sandbox', () => {
  it('are none when none are given', async () => {
    expect(await read()).toEqual({})
  })

  it('are those of the program, by their names on the command line', async () => {
    const file = await fileWith('\uFEFF[{"kind":"reset","count":1}]')
    const line =
      '--mode shuffled --seed 7 --job-ms 500 --no-rate-limits --other-users 0.3 --consent-gap-ms 2000' +
      ' --switch repeatedUniqueIdFailsBulk=on --switch unsubscribeOffListIsGlobal=off'
    expect(await read(...line.split(' '), '--faults', file)).toEqual({
      mode: 'shuffled',
      seed: 7,
      jobMs: 500,
      rateLimits: false,
      otherUsers: 0.3,
      consentGapMs: 2000,
      faults: [{ kind: 'reset', count: 1 }],
      switches: { repeatedUniqueIdFailsBulk: true, unsubscribeOffListIsGlobal: false },
    })
  })

  it('all stand in the help', () => {
    for (const name of Object.keys(SANDBOX_OPTIONS)) expect(SANDBOX_HELP).toContain(`--${name} `)
  })

  it.each([
    [['--mode', 'lifo'], '--mode must be fifo or shuffled'],
    [['--seed', 'x'], '--seed must be a whole number'],
    [['--job-ms', '-1'], /job-ms/],
    [['--other-users', '2'], '--other-users must be a number from 0 to 1'],
    [['--consent-gap-ms', '1.5'], '--consent-gap-ms must be a whole number'],
    [['--switch', 'noSwitch=on'], 'with one of these names: resubscribeWithin30MinutesIgnored'],
    [['--switch', 'repeatedUniqueIdFailsBulk'], 'NAME=on or NAME=off'],
    [['--faults', '/none/faults.json'], '--faults /none/faults.json cannot be read'],
  ])('refuses %j', async (args, message) => {
    await expect(async () => await read(...args)).rejects.toThrow(message)
  })

  it.each([
    ['{', 'is no JSON'],
    ['[{"kind":"reset","cuont":1}]', '[0]: Unrecognized key: "cuont"'],
    ['[{"kind":"reset"},{"kind":"latency"}]', '[1].ms: '],
  ])('refuses a file of faults with %s', async (text, message) => {
    const file = await fileWith(text)
    await expect(read('--faults', file)).rejects.toThrow(message)
  })
})
