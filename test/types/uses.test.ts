import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compile, COMPILERS, emitTypes, type Diagnostic } from './compile.ts'

const FOLDER = join(import.meta.dirname, 'uses')
const FILES = ['setup.ts', 'tour.ts', 'must-compile.ts', 'must-not-compile.ts'] as const
const MARK = '// @ts-expect-error '

const linesOf = (file: string): readonly string[] => readFileSync(join(FOLDER, file), 'utf8').split('\n')

/** So that the compiler says what it would say to a caller. */
const withoutMarks = (text: string) => text.replaceAll(MARK, '// expected: ')

/** A line that must not compile, and the words that the compiler has to print. */
const expected = FILES.flatMap((file) =>
  linesOf(file).flatMap((text, index) =>
    // The use stands on the line behind its comment, and lines count from 1.
    text.startsWith(MARK)
      ? [
          {
            file,
            line: index + 2,
            words: text
              .slice(MARK.length)
              .split('…')
              .map((part) => part.trim()),
          },
        ]
      : [],
  ),
)

/** The comments that say what a use shows, in a file where every use has one. */
const reasonsOf = (file: string): readonly string[] => {
  const lines = linesOf(file)
  const first = lines.findIndex((text) => text.startsWith('// identify'))
  return lines.slice(first).filter((text) => text.startsWith('// ') && !text.startsWith(MARK))
}

describe.each(COMPILERS)('with $name', (compiler) => {
  let diagnostics: readonly Diagnostic[] = []
  beforeAll(async () => {
    const paths = FILES.map((file) => join(FOLDER, file))
    await using types = await emitTypes(compiler)
    diagnostics = (await compile(compiler, paths, { change: withoutMarks, sdk: types.index })).diagnostics
  }, 120_000)

  it('nothing but what must not compile is refused', () => {
    const isExpected = (found: Diagnostic) =>
      expected.some(({ file, line }) => file === found.file && line === found.line)
    expect(diagnostics.filter((found) => !isExpected(found))).toEqual([])
  })

  it.each(expected)('$file:$line is refused with its words', ({ file, line, words }) => {
    const messages = diagnostics
      .filter((found) => found.file === file && found.line === line)
      .map(({ message }) => message)
    expect(messages).not.toEqual([])
    expect(
      messages.some((message) => holdsInOrder(message, words)),
      `${words.join(' … ')}\nis not in\n${messages.join('\n')}`,
    ).toBe(true)
  })
})

it.each(['must-compile.ts', 'must-not-compile.ts'])('%s has at least 40 uses, no two for the same reason', (file) => {
  const reasons = reasonsOf(file)
  expect(reasons.length).toBeGreaterThanOrEqual(40)
  expect(reasons.filter((reason, index) => reasons.indexOf(reason) !== index)).toEqual([])
})

it('every use that must not compile has its reason and its words', () => {
  expect(reasonsOf('must-not-compile.ts')).toHaveLength(
    expected.filter(({ file }) => file === 'must-not-compile.ts').length,
  )
})

it.each(['identify', 'track', 'group', 'screen'])('%s must have a person, and says so', (kind) => {
  const words = expected.flatMap(({ words: [first = ''] }) => first)
  expect(words.some((text) => text.startsWith(`${kind} needs a ${kind === 'group' ? 'member' : 'person'}`))).toBe(true)
})

function holdsInOrder(message: string, words: readonly string[]): boolean {
  let from = 0
  return words.every((part) => {
    const at = message.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}
