import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runCli } from '../support/processes/cli.ts'
import { sharedFixtures } from '../support/processes/shared-fixtures.ts'
import { startSandbox, type SandboxProcess } from '../support/processes/start-sandbox.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { startSend, summaryOf, toSandbox } from './send-command-run.ts'
import { untilSettled } from './send-command-state.ts'

const fixtures = sharedFixtures()

const event = (messageId: string, more: object = {}): string =>
  JSON.stringify({ type: 'track', messageId, userId: `u-${messageId}`, event: 'Order Completed', ...more })

const lines = (prefix: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${event(`${prefix}-${index}`)}\n`).join('')

/** The unique ids of the events that a sandbox holds, with one of these prefixes, sorted. */
async function heldIds({ read }: SandboxProcess, ...prefixes: readonly string[]): Promise<readonly string[]> {
  const ids = (await read('events')).map((row) => String(row['unique_id']))
  return ids.filter((id) => prefixes.some((prefix) => id.startsWith(`${prefix}-`))).toSorted()
}

const idsOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`).toSorted()

describe('rudder-klaviyo send', async () => {
  const sandbox = await fixtures.use(startSandbox())
  const folder = await fixtures.use(temporaryFolder())
  const env = toSandbox(sandbox.url)
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(folder.path, name)
    await writeFile(path, content)
    return path
  }
  /** So little of the limits that a run lasts long enough to be interrupted. */
  const slowly = await file('slowly.json', JSON.stringify({ rateShare: 0.02 }))

  it('sends plain and packed files, goes on behind a broken one, and tells what came of it', async () => {
    const plain = await file('plain.ndjson', lines('plain', 3))
    const packed = await file('named-as-if-plain.ndjson', gzipSync(lines('packed', 40)))
    const broken = await file('broken.gz', gzipSync(lines('broken', 5)).subarray(0, -9))
    const last = await file('last.ndjson', `nope\n${event('last-0')}`)
    const { exitCode, stdout, stderr } = await runCli(['send', '--json', plain, packed, broken, last], { env })
    expect(summaryOf(stdout)).toMatchObject({ deliveredCount: 49, rejectedCount: 2, retryCount: 0, isFinished: true })
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`${broken} cannot be read beyond line 5: the gzip is broken or cut off`)
    expect(stderr).toContain(`${last}, line 1 is no JSON`)
    const held = await heldIds(sandbox, 'plain', 'packed', 'broken', 'last')
    expect(held).toHaveLength(49)
  })

  it.each<[what: string, args: readonly string[], input: string | Uint8Array]>([
    ['lines', [], lines('piped', 3)],
    ['gzip', ['-'], gzipSync(lines('piped', 3))],
  ])('sends %s of standard input, and sums up for a person', async (_what, args, input) => {
    const { exitCode, stdout } = await runCli(['send', ...args], { env, input })
    expect(stdout).toMatch(/^Delivered 3, filtered 0, rejected 0, to be sent again 0\.\n\d+ calls in [\d.]+ s/)
    expect(exitCode).toBe(0)
    expect(await heldIds(sandbox, 'piped')).toEqual(idsOf('piped', 3))
  })

  it('keeps what is rejected in a form that plan and send take, when it is mended', async () => {
    const nameless = '{"type":"track","userId":"u-1","event":"","properties":{"big":12345678901234567890}}'
    const bad = await file('bad.ndjson', `${event('bad-0', { event: '' })}\n${event('bad-1')}\n{"type"\n${nameless}\n`)
    const rejected = join(folder.path, 'rejected.ndjson')
    const first = await runCli(['send', '--rejected', rejected, bad], { env })
    expect(first.exitCode).toBe(1)
    expect(first.stdout).toContain(`rejected 3`)
    const kept = await readFile(rejected, 'utf8')
    expect(kept).toContain(`{"event":${nameless},`)

    expect((await runCli(['plan'], { input: kept })).stdout.match(/EVENT_INVALID/g)).not.toBeNull()
    const mended = await file(
      'mended.ndjson',
      kept
        .replaceAll('"event":""', '"event":"Mended"')
        .replace(String.raw`{\"type\"`, event('bad-2').replaceAll('"', '\\"')),
    )
    const planned = await runCli(['plan'], { input: await readFile(mended) })
    expect(planned.exitCode).toBe(0)
    expect((await runCli(['send', mended], { env })).exitCode).toBe(0)
    // Twice in a row is once in effect, for the event without a messageId too.
    expect((await runCli(['send', mended], { env })).exitCode).toBe(0)
    const events = await sandbox.read('events')
    expect(events.filter((row) => row['metric'] === 'Mended')).toHaveLength(2)
    expect(await heldIds(sandbox, 'bad')).toEqual(['bad-0', 'bad-1', 'bad-2'])
  })

  it('killed in the middle and started again, sends each event once and none anew that was settled', async () => {
    const input = await file('killed.ndjson', `${event('x-0', { event: '' })}\n${lines('killed', 2_400)}`)
    const [state, rejected] = [join(folder.path, 'killed.state'), join(folder.path, 'killed.rejected')]
    const args = ['--state', state, '--rejected', rejected, input]
    {
      await using sender = startSend(['--config', slowly, ...args], sandbox.url)
      await untilSettled(state, 100)
      sender.kill('SIGKILL')
      expect(await sender.untilEnded()).toEqual({ code: null, signal: 'SIGKILL' })
    }
    expect((await heldIds(sandbox, 'killed')).length).toBeLessThan(2_400)
    // What a power cut may leave behind the length that was recorded.
    await appendFile(rejected, '{"half')
    const { exitCode, stdout } = await runCli(['send', '--json', ...args], { env })
    const summary = summaryOf(stdout)
    expect(summary).toMatchObject({ deliveredCount: 2_400, rejectedCount: 1, retryCount: 0, isFinished: true })
    expect(summary.settledBeforeCount).toBeGreaterThanOrEqual(100)
    expect(exitCode).toBe(1)
    expect(await heldIds(sandbox, 'killed')).toEqual(idsOf('killed', 2_400))
    expect((await readFile(rejected, 'utf8')).trim().split('\n')).toHaveLength(1)

    const again = await runCli(['send', '--json', ...args], { env })
    expect(again.stderr).toContain('is finished: nothing is sent')
    expect(summaryOf(again.stdout)).toMatchObject({ deliveredCount: 2_400, requestCount: 0 })
    expect(again.exitCode).toBe(1)
  }, 90_000)

  it('after Ctrl-C says how to go on, and goes on; a second run at once is kept out', async () => {
    const input = await file('stopped.ndjson', lines('stopped', 2_400))
    const state = join(folder.path, 'stopped.state')
    const args = ['--state', state, input]
    {
      await using sender = startSend(['--config', slowly, ...args], sandbox.url)
      await untilSettled(state, 100)
      expect(await runCli(['send', ...args], { env })).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining('is in use by another run') as string,
      })
      sender.killGroup('SIGINT')
      expect(await sender.untilEnded()).toEqual({ code: 130, signal: null })
      expect(sender.printed.stderr).toContain('Stopping: nothing more is read')
      expect(sender.printed.stdout).toContain('Stopped before the end. The same command goes on from here.')
    }
    const { exitCode, stdout } = await runCli(['send', '--json', ...args], { env })
    expect(summaryOf(stdout)).toMatchObject({ deliveredCount: 2_400, rejectedCount: 0, retryCount: 0 })
    expect(exitCode).toBe(0)
    expect(await heldIds(sandbox, 'stopped')).toEqual(idsOf('stopped', 2_400))
    // Nothing was rejected, nor is what the stop cut off.
    await expect(stat(`${state}.rejected`)).rejects.toThrow(/ENOENT/)
  }, 90_000)

  it('sends to a sandbox of its own for a try', async () => {
    const input = await file('try.ndjson', lines('try', 3))
    const { exitCode, stdout, stderr } = await runCli(['send', '--sandbox', input])
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^Delivered 3/)])
    expect(stderr).toMatch(/^Sandbox http:\/\/127\.0\.0\.1:\d+\/sandbox, until the end$/m)
    expect(await heldIds(sandbox, 'try')).toEqual([])
  })

  it.each<[what: string, args: readonly string[], words: RegExp]>([
    ['an unknown option', ['--listId', 'X'], /--listId[^]*Usage: rudder-klaviyo send/],
    ['a file that is missing', ['missing.ndjson'], /^missing\.ndjson cannot be read: /],
    ['a folder', ['.'], /^\. is a folder/],
    ['standard input twice', ['-', '-'], /only once/],
    ['a state of standard input', ['--state', 'x.state'], /--state needs files/],
    [
      'a state of a sandbox that forgets',
      ['--sandbox', '--state', 'x.state', 'package.json'],
      /Not --state with --sandbox/,
    ],
    ['a rejected file that is read', ['--rejected', './package.json', 'package.json'], /same file as package\.json/],
    [
      'a rejected file that holds something',
      ['--rejected', 'README.md', 'package.json'],
      /README\.md holds rejected events/,
    ],
    ['a configuration that is none', ['--config', 'README.md', 'package.json'], /--config README\.md is no JSON/],
  ])('%s is wrong use: status 2, what to do, no stack trace', async (_what, args, words) => {
    const { exitCode, stdout, stderr } = await runCli(['send', ...args], { env })
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/^ +at /m)
    expect([exitCode, stdout]).toEqual([2, ''])
  })

  it('without a key says what to set, and never shows one', async () => {
    const { exitCode, stderr } = await runCli(['send', 'package.json'])
    expect(stderr).toMatch(/KLAVIYO_API_KEY.*--sandbox/)
    expect(exitCode).toBe(2)
  })
})
