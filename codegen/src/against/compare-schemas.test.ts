import { describe, expect, it } from 'vitest'
import { body, tinyDocument } from '../fixtures/tiny-document.ts'
import { list, object, text } from '../fixtures/tiny-schemas.ts'
import { compareDocuments } from './compare-documents.ts'
import { renderDifference } from './difference.ts'

const compare = (ours: object, official: object, schemas: object = {}): string[] =>
  compareDocuments({ ours: tinyDocument(ours, schemas), official: tinyDocument(official, schemas) }).map(
    renderDifference,
  )

const resource = (type: string, more: object = {}) => object({ type: { const: type }, ...more })

describe('two schemas differ in', () => {
  it.each<[string, object, object, string[]]>([
    [
      'a type that only the other keywords tell',
      { properties: { a: text } },
      { properties: { a: text } },
      [': type-left-out: ours nothing, official object'],
    ],
    ['type', text, { type: 'integer' }, [': type-differs: ours string, official integer']],
    ['null', text, { type: 'string', nullable: true }, [': nullable-left-out: ours nothing, official null too']],
    [
      'null in a list of values',
      { type: ['string', 'null'], enum: ['a'] },
      { type: 'string', enum: ['a'], nullable: true },
      [': nullable-left-out: ours nothing, official null too'],
    ],
    [
      'values',
      { enum: ['a', 'b'] },
      { enum: ['b', 'c'] },
      [': enum-added: ours "a", official nothing', ': enum-left-out: ours nothing, official "c"'],
    ],
    ['having values', text, { type: 'string', enum: ['a'] }, [': enum-left-out: ours nothing, official "a"']],
    [
      'format',
      { ...text, format: 'date' },
      { ...text, format: 'date-time' },
      [': format-differs: ours date, official date-time'],
    ],
    ['pattern', { ...text, pattern: '^a$' }, text, [': pattern-added: ours ^a$, official nothing']],
    [
      'required members',
      object({ a: text }, { required: ['a'] }),
      object({ a: text }),
      [': required-added: ours a, official nothing'],
    ],
    [
      'members',
      object({ a: text }),
      object({ b: text }),
      [
        '/a: property-added: ours a property, official nothing',
        '/b: property-left-out: ours nothing, official a property',
      ],
    ],
    [
      'being closed',
      object({ a: text }, { additionalProperties: false }),
      object({ a: text }),
      [': closed-added: ours no other properties, official nothing'],
    ],
    [
      'forbidding a free object',
      { type: 'object', additionalProperties: false },
      { type: 'object' },
      [': no-members-added: ours no other properties, official nothing'],
    ],
    [
      'the values of a map',
      { type: 'object', additionalProperties: text },
      { type: 'object', additionalProperties: { type: 'number' } },
      ['{}: type-differs: ours string, official number'],
    ],
    [
      'having values of a map',
      { type: 'object', additionalProperties: text },
      { type: 'object' },
      ['{}: schema-added: ours a schema, official nothing'],
    ],
    [
      'items',
      list({ items: object({ a: text }) }),
      list({ items: object({ a: list() }) }),
      ['[]/a: type-differs: ours string, official array', '[]/a[]: schema-left-out: ours nothing, official a schema'],
    ],
    [
      'the length of an array',
      list({ maxItems: 10 }),
      list({ maxItems: 20, minItems: 1 }),
      [': minItems-left-out: ours nothing, official 1', ': maxItems-differs: ours 10, official 20'],
    ],
    [
      'having variants',
      { type: 'object' },
      { oneOf: [resource('a'), resource('b')] },
      [': variants-left-out: ours nothing, official one of a, b'],
    ],
    [
      'variants, whatever their order',
      { anyOf: [resource('b', { x: text }), resource('a')] },
      { oneOf: [resource('a'), resource('b'), resource('c')] },
      [
        '<b>/x: property-added: ours a property, official nothing',
        '<c>: variant-left-out: ours nothing, official a variant',
      ],
    ],
    [
      'variants without a type, by likeness',
      { oneOf: [object({ a: text, b: text }), object({ c: text })] },
      { oneOf: [object({ c: text, d: text }), object({ a: text, b: text })] },
      ['<2>/d: property-left-out: ours nothing, official a property'],
    ],
  ])('%s', (_name, ours, official, lines) => {
    const ignoresFigures = (line: string) => !line.startsWith('save_thing/limits/')
    expect(compare(body(ours), body(official)).filter(ignoresFigures)).toEqual(
      lines.map((line) => `save_thing/request${line}`),
    )
  })
})

describe('no difference is', () => {
  it.each<[string, object, object]>([
    ['null as 3.1 and 3.0 write it', body({ type: ['string', 'null'] }), body({ type: 'string', nullable: true })],
    [
      'null beside a reference',
      body({ oneOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] }),
      body({ $ref: '#/components/schemas/Thing', nullable: true }),
    ],
    [
      'null beside allOf',
      body({ anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] }),
      body({ allOf: [{ $ref: '#/components/schemas/Thing' }], nullable: true }),
    ],
    [
      'null among values',
      body({ type: ['string', 'null'], enum: ['a', null] }),
      body({ type: 'string', enum: ['a'], nullable: true }),
    ],
    ['one value as const and as enum', body({ const: 'a' }), body({ type: 'string', enum: ['a'] })],
    ['a type that goes without saying', body(object({ a: text })), body({ properties: { a: text } })],
    ['a reference and what it leads to', body({ $ref: '#/components/schemas/Thing' }), body(object({ name: text }))],
    [
      'members spread over allOf',
      body(object({ a: object({ b: text, c: text }) })),
      body({ allOf: [{ properties: { a: { properties: { b: text } } } }, object({ a: object({ c: text }) })] }),
    ],
    [
      'types in a list and as variants',
      body({ type: ['string', 'array'], items: text }),
      body({ oneOf: [text, list()] }),
    ],
    [
      'a number that may be whole',
      body({ type: 'number' }),
      body({ oneOf: [{ type: 'integer' }, { type: 'number' }] }),
    ],
  ])('%s', (_name, ours, official) => {
    expect(compare(ours, official, { Thing: object({ name: text }) })).toEqual([])
  })
})

it('schemas that contain themselves are compared to the end', () => {
  const tree = (leaf: string) => ({
    Tree: object({
      value: { type: leaf },
      children: {
        type: 'array',
        items: {
          allOf: [{ $ref: '#/components/schemas/Tree' }, object({ parent: { $ref: '#/components/schemas/Tree' } })],
        },
      },
    }),
  })
  const root = body({ $ref: '#/components/schemas/Tree' })
  const documents = { ours: tinyDocument(root, tree('string')), official: tinyDocument(root, tree('number')) }
  const lines = compareDocuments(documents).map(renderDifference)
  expect(lines).toContain('save_thing/request/value: type-differs: ours string, official number')
  expect(lines).toContain('save_thing/request/children[]/value: type-differs: ours string, official number')
})
