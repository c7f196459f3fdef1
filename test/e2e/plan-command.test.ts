import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createKlaviyo } from '@rudder-klaviyo/sdk'
import { beforeAll, describe, expect, it } from 'vitest'
import { childEnvironment } from '../support/processes/child-environment.ts'
import { CLI, runCli, type CliResult } from '../support/processes/cli.ts'
import { temporaryFolder } from '../support/processes/temporary-folder.ts'
import { runCommand } from '../support/run-command.ts'
import { WORKSPACE_ROOT } from '../support/workspace-root.ts'
import { BAD_INPUTS } from './bad-input.ts'

/** What the command writes for one line of input. */
interface Answer {
  readonly messageId?: string
  readonly revision?: string
  readonly requests?: readonly { readonly body: unknown; readonly idempotencyKey?: string }[]
  readonly error?: {
    readonly code: string
    readonly message: string
    readonly line?: number
    readonly issues: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  }
}

// Written by the command under test; the assertions look closer.
const answersOf = (stdout: string): Answer[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer)

const event = (messageId: string, more: object = {}): string =>
  JSON.stringify({ type: 'track', messageId, userId: 'u-1', event: 'Order Completed', ...more })

/** The plan of such an event, by the SDK in this process. */
const planned = (messageId: string): unknown =>
  JSON.parse(JSON.stringify(createKlaviyo({}).plan(JSON.parse(event(messageId)))))

describe('rudder-klaviyo plan', () => {
  it('writes one object for each line that is not blank, in order, and goes on behind a bad one', async () => {
    const input = ['', event('m-1'), '   ', 'nope', event('m-2', { event: '' }), '\r', `${event('m-3')}\r`].join('\n')
    const { exitCode, stdout, stderr } = await runCli(['plan'], { input })
    const answers = answersOf(stdout)
    expect(answers).toMatchObject([
      { messageId: 'm-1', revision: '2024-06-15', requests: [{ operation: 'create_event' }], warnings: [] },
      { error: { code: 'NOT_JSON', line: 4 } },
      { messageId: 'm-2', error: { code: 'EVENT_INVALID', issues: [{ path: 'event', code: 'REQUIRED' }] } },
      { messageId: 'm-3', requests: [{ idempotencyKey: 'm-3:create_event' }] },
    ])
    expect(Object.keys(answers[0]!)).toEqual(['messageId', 'revision', 'requests', 'warnings'])
    expect([exitCode, stderr]).toEqual([1, ''])
  })

  it('ends with 0 when there was nothing to plan', async () => {
    expect(await runCli(['plan'], { input: '\n\n' })).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  it('--pretty writes the same for a person', async () => {
    const { stdout } = await runCli(['plan', '--pretty'], { input: event('m-1') })
    expect(stdout.split('\n').length).toBeGreaterThan(10)
    expect(JSON.parse(stdout)).toEqual(planned('m-1'))
  })

  it('--revision plans for that revision, whatever the file says; the other options of the file hold', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'klaviyo.json')
    await writeFile(file, '{"revision":"2024-06-15","flattenProperties":true}')
    const input = event('m-1', { properties: { a: { b: 1 } } })
    const { exitCode, stdout } = await runCli(['plan', '--config', file, '--revision', '2026-07-15'], { input })
    expect([exitCode, answersOf(stdout)[0]?.revision]).toEqual([0, '2026-07-15'])
    expect(stdout).toContain('"a.b":1')
  })

  it('takes 10,000 events through a pipe', async () => {
    const input = Array.from({ length: 10_000 }, (_, index) => `${event(`m-${index}`)}\n`).join('')
    const { exitCode, stdout, stderr } = await runCli(['plan'], { input })
    expect([exitCode, stderr]).toEqual([0, ''])
    const ids = answersOf(stdout).map(({ messageId }) => messageId)
    expect(ids).toEqual(Array.from({ length: 10_000 }, (_, index) => `m-${index}`))
  })

  it('writes a line as soon as it is read', async () => {
    const child = spawn(CLI[0], [...CLI.slice(1), 'plan'], { cwd: WORKSPACE_ROOT, env: childEnvironment() })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    child.stdin.write(`${event('m-1')}\n`)
    const chunks: unknown[] = await once(child.stdout, 'data')
    expect(String(chunks[0])).toContain('"messageId":"m-1"')
    child.stdin.end()
    expect(await ended).toBe(0)
  })

  it('ends in silence when its reader goes away', async () => {
    const input = `${event('m-1')}\n`.repeat(20_000)
    const child = spawn('bash', ['-c', `${CLI.join(' ')} plan | head -n 1; echo "status \${PIPESTATUS[0]}"`], {
      cwd: WORKSPACE_ROOT,
      env: childEnvironment(),
    })
    child.stdin.on('error', () => undefined).end(input)
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect(stdout).toMatch(/^\{"messageId":"m-1".*\}\nstatus 0\n$/)
    expect(stderr).toBe('')
  })

  it('prints nothing but the result when pnpm is silent', async () => {
    const script = `echo '${event('m-1')}' | npx -y pnpm@12 --silent rudder-klaviyo plan`
    const { exitCode, output } = await runCommand(['bash', '-c', script])
    expect(answersOf(output)).toMatchObject([{ messageId: 'm-1' }])
    expect(exitCode).toBe(0)
  })
})

describe('wrong use', () => {
  it.each<[what: string, args: readonly string[], words: RegExp]>([
    // A name that every object has.
    ['an unknown command', ['constructor'], /^Unknown command "constructor"[^]*Usage: rudder-klaviyo <command>/],
    ['an unknown option', ['plan', '--listId', 'X'], /--listId[^]*Usage: rudder-klaviyo plan/],
  ])('%s: status 2, what to do, no stack trace', async (_what, args, words) => {
    const { exitCode, stdout, stderr } = await runCli(args, { input: event('m-1') })
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('a --config file with an option that is none: status 2, and the one that was meant', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'klaviyo.json')
    await writeFile(file, '{"listID":"XUepkK"}')
    expect(await runCli(['plan', '--config', file], { input: event('m-1') })).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `In --config ${file}: Unknown option \`listID\`. Did you mean \`listId\`?\n`,
    })
  })

  it('no command at all: status 2, and what there is', async () => {
    expect(await runCli([])).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('plan ') as unknown })
  })
})

describe('bad input', () => {
  let result: CliResult
  let answers: readonly Answer[]

  beforeAll(async () => {
    const input = [...BAD_INPUTS.map(({ line }) => line), event('good')].join('\n')
    result = await runCli(['plan'], { input })
    answers = answersOf(result.stdout)
  })

  it('is answered line by line, with status 1 and nothing on standard error', () => {
    expect({ exitCode: result.exitCode, stderr: result.stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect(answers).toHaveLength(BAD_INPUTS.length + 1)
  })

  it('leaves no trace: an event behind all of it is planned as one alone', () => {
    expect(answers.at(-1)).toEqual(planned('good'))
  })

  it.each(BAD_INPUTS.map(({ what, refusedBy }, index) => [what, refusedBy, index] as const))(
    '%s',
    (_what, refusedBy, index) => {
      const { error, requests } = answers[index] ?? {}
      // Nothing half planned: an error, or requests.
      expect([error === undefined, requests === undefined]).toContain(true)
      expect([error === undefined, requests === undefined]).toContain(false)
      expect(JSON.stringify(error ?? '').length).toBeLessThan(2_000)
      expect(error?.message ?? '').not.toMatch(/^\s+at |node:internal|RangeError|TypeError/m)
      expect((error?.issues ?? []).every(({ message }) => message.length > 20)).toBe(true)
      const wanted = refusedBy === undefined ? [] : [refusedBy.join(' ')]
      expect((error?.issues ?? []).map(({ code, path }) => `${code} ${path}`)).toEqual(expect.arrayContaining(wanted))
    },
  )
})
