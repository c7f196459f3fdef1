import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { commands, usage } from './commands.ts'

async function helpOf(name: string): Promise<string> {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  onTestFinished(() => spy.mockRestore())
  expect(await commands[name]?.run(['--help'])).toBe(0)
  return spy.mock.calls.map(([text]) => String(text)).join('')
}

describe('help', () => {
  it('lists every command with what it does', () => {
    const lines = usage().split('\n')
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(lines.filter((line) => line.trimStart().startsWith(`${name} `))).toEqual([
        expect.stringContaining(summary),
      ])
    }
  })

  it.each<[name: string, words: readonly string[]]>([
    ['plan', ['--config FILE', '--revision DATE', '--pretty', 'Exit status: 0 ', '1 ', '2 ']],
    [
      'send',
      [
        '--config FILE',
        '--sandbox',
        '--rejected FILE',
        '--state FILE',
        '--json',
        'KLAVIYO_API_KEY',
        'KLAVIYO_BASE_URL',
        '130',
      ],
    ],
    ['sandbox', ['--port N', '--host NAME', 'SANDBOX_PORT', '4010', '127.0.0.1', 'no access control']],
    [
      'serve',
      ['PORT', 'SANDBOX_PORT', 'HOST', 'DATA_DIR', 'WRITE_KEY', 'ADMIN_KEY', 'KLAVIYO_API_KEY', 'KLAVIYO_BASE_URL'],
    ],
  ])('of %s tells what can be set, and the command does nothing else', async (name, words) => {
    const help = await helpOf(name)
    expect(help).toMatch(new RegExp(`^Usage: rudder-klaviyo ${name}\\b`))
    expect(words.filter((word) => !help.includes(word))).toEqual([])
  })

  it('is there for every command', async () => {
    for (const name of Object.keys(commands)) expect(await helpOf(name)).toContain(`Usage: rudder-klaviyo ${name}`)
  })
})
