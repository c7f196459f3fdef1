import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { generateBrowserTypes } from './browser-types.ts'
import { ROOT } from './workspace.ts'

/** The smallest SDL that has every root, with `more` in it. */
const sdl = (fields: string, more = ''): string => `
  "Exactly one."
  input EventInput @oneOf { "A." a: A "B." b: B }
  input A { ${fields} }
  input B { x: Int! }
  type Event { id: ID! name: String note: [EventWarning!] }
  type EventIssue { path: String! }
  type EventWarning { path: String! }
  type Query { e: Event }
  ${more}
`

describe('a field', () => {
  it.each([
    ['a: String', 'readonly a?: string | null | undefined'],
    ['a: String!', 'readonly a: string'],
    ['a: [ID!]!', 'readonly a: readonly string[]'],
    ['a: [Float]', 'readonly a?: readonly (number | null)[] | null | undefined'],
    ['a: [[B!]!]!', 'readonly a: readonly readonly B[][]'],
    ['a: DateTime', 'readonly a?: string | null | undefined'],
    ['a: CurrencyCode', 'readonly a?: string | null | undefined'],
    ['a: JSONObject!', 'readonly a: Record<string, unknown>'],
    ['"Some */ text." a: Boolean!', '/** Some *\\/ text. */\n  readonly a: boolean'],
    ['"""\nOne.\n\nTwo.\n"""\na: Int!', '/**\n   * One.\n   *\n   * Two.\n   */\n  readonly a: number'],
  ])('%j becomes %j', (field, text) => {
    expect(generateBrowserTypes(sdl(field))).toContain(`export interface A {\n  ${text}\n}\n`)
  })
})

it('an input of which exactly one field is given is a union', () => {
  expect(generateBrowserTypes(sdl('x: Int'))).toContain(
    [
      '/** Exactly one. */',
      'export type EventInput =',
      '  /** A. */',
      '  | { readonly a: A; readonly b?: never }',
      '  /** B. */',
      '  | { readonly b: B; readonly a?: never }',
      '',
    ].join('\n'),
  )
})

it('an enum is a union of its names, and an answer has null where it is nullable', () => {
  const text = generateBrowserTypes(sdl('e: E', '"Which." enum E { "First." ONE TWO }'))
  expect(text).toContain("/** Which. */\nexport type E =\n  /** First. */\n  | 'ONE'\n  | 'TWO'\n")
  expect(text).toContain('  readonly name: string | null\n  readonly note: readonly EventWarning[] | null\n')
})

it.each([
  ['an unknown scalar', sdl('a: Money', 'scalar Money'), 'named "Money"'],
  ['a union', sdl('x: Int', 'union U = Query').replace('name: String', 'name: U'), 'named "U"'],
  ['a root that is not there', 'type Query { a: Int }', 'named "Event'],
])('%s is refused', (_, text, message) => {
  expect(() => generateBrowserTypes(text)).toThrow(message)
})

it("has every field of the inputs in the gateway's SDL, and nothing that they do not reach", async () => {
  const text = await readFile(join(ROOT, 'packages/gateway/schema.graphql'), 'utf8')
  const types = generateBrowserTypes(text)
  const names = [...types.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name)
  const inputs = Object.keys(buildSchema(text).getTypeMap()).filter((name) => name.endsWith('Input'))
  expect(names).toEqual(expect.arrayContaining(inputs))
  expect(names).toEqual(names.toSorted((a = '', b = '') => (a < b ? -1 : 1)))
  expect(names).not.toContain('MappingRow')
})
