import { describe, expect, it } from 'vitest'
import { parseArguments } from './arguments.ts'

describe('the command line', () => {
  it.each([
    [[], { kind: 'write' }],
    [['--'], { kind: 'write' }],
    [['--only', 'sdl'], { kind: 'write', only: 'sdl' }],
    [['--check'], { kind: 'check' }],
    [['--', '--check', '--only=openapi'], { kind: 'check', only: 'openapi' }],
    [['--against', 'a.json'], { kind: 'against', file: 'a.json' }],
    [['--spec', 'a.yaml', '--out', 'there'], { kind: 'spec', file: 'a.yaml', out: 'there' }],
    [['--help'], { kind: 'help' }],
  ])('%j is understood', (args, command) => {
    expect(parseArguments(args)).toEqual(command)
  })

  it.each([
    [['--chek'], /'--chek'/],
    [['2024-06-15.json'], /'2024-06-15.json'/],
    [['--against'], /--against/],
    [['--check', '--against', 'a.json'], /--check and --against do not go together/],
    [['--spec', 'a.json', '--against', 'a.json'], /--against and --spec do not go together/],
    [['--spec', 'a.json'], /need each other/],
    [['--out', 'there'], /need each other/],
    [['--only', 'types'], /no such part; use openapi or sdl/],
    [['--only', 'sdl', '--against', 'a.json'], /--only goes with/],
  ])('%j is refused in one line', (args, message) => {
    expect(() => parseArguments(args)).toThrow(message)
    expect(() => parseArguments(args)).toThrow(/^[^\n]*$/)
  })
})
