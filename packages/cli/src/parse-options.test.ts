import { expect, describe, it, vi, onTestFinished } from 'vitest'
import { parseOptions } from './parse-options.ts'
import { UsageError } from './usage-error.ts'

const OPTIONS = {
  options: {
    config: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    pretty: { type: 'boolean', default: false },
  },
  help: 'Usage: rudder-klaviyo example',
} as const

/** Collects what goes to standard output while a test runs. */
function captureOutput(): string[] {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
  onTestFinished(() => spy.mockRestore())
  return written
}

describe('the options of a command', () => {
  it.each<[args: readonly string[], values: object]>([
    [[], { host: '127.0.0.1', pretty: false }],
    [['--config', 'a.json', '--pretty'], { config: 'a.json', host: '127.0.0.1', pretty: true }],
    [['--config=a.json', '--host=::1'], { config: 'a.json', host: '::1', pretty: false }],
  ])('%j', (args, values) => {
    expect({ ...parseOptions(args, OPTIONS) }).toEqual(values)
  })

  it.each<[what: string, args: readonly string[], words: RegExp]>([
    ['an unknown option', ['--listId', 'x'], /--listId/],
    ['an option without its value', ['--config'], /--config/],
    ['an option that takes another for its value', ['--config', '--pretty'], /--config/],
    ['a value for an option that has none', ['--pretty=yes'], /--pretty/],
    ['an argument that is no option', ['events.ndjson'], /events\.ndjson/],
    ['a short option', ['-x'], /-x/],
  ])('%s is wrong use; the message names it and tells the right use', (_what, args, words) => {
    const parse = (): unknown => parseOptions(args, OPTIONS)
    expect(parse).toThrow(UsageError)
    expect(parse).toThrow(words)
    expect(parse).toThrow(OPTIONS.help)
  })

  it.each(['--help', '-h'])('%s prints the help, and there is nothing to run', (option) => {
    const written = captureOutput()
    expect(parseOptions([option, '--pretty'], OPTIONS)).toBeUndefined()
    expect(written).toEqual([`${OPTIONS.help}\n`])
  })

  it('without --help print nothing', () => {
    const written = captureOutput()
    expect(parseOptions(['--pretty'], OPTIONS)).toBeDefined()
    expect(written).toEqual([])
  })
})
