import { expect, it } from 'vitest'
import { programIn } from './readme-program.ts'

const TEXT = [
  '# Guide',
  '```ts',
  'not(this)',
  '```',
  '<!-- run: first -->',
  '',
  '```ts',
  'one()',
  '',
  'two()',
  '```',
  'and later',
  '```js',
  'neither(this)',
  '```',
].join('\n')

it('takes the block under the marker', () => {
  expect(programIn(TEXT, 'first')).toEqual({ extension: '.mts', code: 'one()\n\ntwo()', lineCount: 2 })
})

it.each([
  ['there is no such marker', TEXT, 'second'],
  ['text stands between the marker and the block', TEXT.replace('<!-- run: first -->\n', '$&words\n'), 'first'],
  ['the block is of another language', TEXT.replaceAll('```ts', '```sh'), 'first'],
])('fails when %s', (_when, text, name) => {
  expect(() => programIn(text, name)).toThrow(`right under a line "<!-- run: ${name} -->"`)
})
