import { describe, expect, it } from 'vitest'
import { body, tinyDocument } from '../fixtures/tiny-document.ts'
import { list, text } from '../fixtures/tiny-schemas.ts'
import { compareDocuments } from './compare-documents.ts'
import { renderDifference } from './difference.ts'

const compare = (ours: object, official: object): string[] =>
  compareDocuments({ ours: tinyDocument(ours), official: tinyDocument(official) }).map(renderDifference)

const query = (schema: object, more: object = {}) => ({ parameters: [{ name: 'q', in: 'query', schema, ...more }] })
const answer = (status: string, schema?: object) => ({
  responses: { [status]: schema === undefined ? {} : { content: { 'application/json': { schema } } } },
})

describe('two operations differ in', () => {
  it.each<[string, object, object, string[]]>([
    ['id', { operationId: 'save_it' }, {}, ['save_it: operation-added: ours POST /api/things, official nothing']],
    [
      'burst limit',
      { 'x-klaviyo-ratelimit': { burst: '10/s' } },
      { 'x-klaviyo-ratelimit': { burst: '75/s' } },
      ['save_thing/burst: rate-limit-differs: ours 10/s, official 75/s'],
    ],
    [
      'daily limit',
      { 'x-klaviyo-ratelimit': {} },
      { 'x-klaviyo-ratelimit': { daily: '9/d' } },
      ['save_thing/daily: rate-limit-left-out: ours nothing, official 9/d'],
    ],
    [
      'scopes',
      { 'x-klaviyo-scopes': ['a', 'b'] },
      { 'x-klaviyo-scopes': ['b', 'c'] },
      ['save_thing: scope-added: ours a, official nothing', 'save_thing: scope-left-out: ours nothing, official c'],
    ],
    [
      'parameters',
      query(text),
      { parameters: [{ name: 'q', in: 'header', schema: text }] },
      [
        'save_thing/parameters: parameter-added: ours query/q, official nothing',
        'save_thing/parameters: parameter-left-out: ours nothing, official header/q',
      ],
    ],
    [
      'a required parameter',
      query(text, { required: true }),
      query(text),
      ['save_thing/parameters/query/q: required-differs: ours true, official false'],
    ],
    [
      'how a list is written',
      query(list()),
      query(list(), { explode: false }),
      ['save_thing/parameters/query/q: explode-differs: ours true, official false'],
    ],
    [
      'the type of a parameter',
      query({ type: 'integer' }),
      query(text),
      ['save_thing/parameters/query/q: type-differs: ours integer, official string'],
    ],
    [
      'the bounds of a parameter',
      query({ type: 'integer', maximum: 100 }),
      query({ type: 'integer', maximum: 50, minimum: 1, default: 20 }),
      [
        'save_thing/parameters/query/q: default-left-out: ours nothing, official 20',
        'save_thing/parameters/query/q: minimum-left-out: ours nothing, official 1',
        'save_thing/parameters/query/q: maximum-differs: ours 100, official 50',
      ],
    ],
    ['having a body', {}, body(text), ['save_thing/request: request-body-left-out: ours nothing, official a body']],
    [
      'the need for a body',
      { requestBody: { content: {} } },
      { requestBody: { content: {}, required: true } },
      ['save_thing/request: required-differs: ours false, official true'],
    ],
    [
      'the media type, and what is in the body',
      body(text),
      body({ type: 'number' }, 'text/csv'),
      [
        'save_thing/request: media-type-added: ours application/json, official nothing',
        'save_thing/request: media-type-left-out: ours nothing, official text/csv',
        'save_thing/request: type-differs: ours string, official number',
      ],
    ],
    [
      'the statuses',
      answer('200'),
      answer('202'),
      [
        'save_thing/responses: status-added: ours 200, official nothing',
        'save_thing/responses: status-left-out: ours nothing, official 202',
      ],
    ],
    [
      'having an answer',
      answer('200', text),
      answer('200'),
      ['save_thing/responses/200: media-type-added: ours application/json, official nothing'],
    ],
    [
      'the answer',
      answer('4XX', list()),
      answer('4XX', list({ items: { type: 'integer' } })),
      ['save_thing/responses/4XX[]: type-differs: ours string, official integer'],
    ],
    [
      'a size that no text names',
      { 'x-klaviyo-limits': { maxThingsCount: 1_000 } },
      { description: 'Burst 1000/s. At most 100 things and 21,000 more.' },
      ['save_thing/limits/maxThingsCount: limit-added: ours 1000, official nothing'],
    ],
  ])('%s', (_name, ours, official, lines) => {
    expect(compare(ours, official)).toEqual(lines)
  })
})

describe('no difference is', () => {
  it.each<[string, object, object]>([
    [
      'a size that the text names',
      { 'x-klaviyo-limits': { a: 1_000, b: 5_000_000, c: 100_000 } },
      { description: 'Up to 1,000 events. 5MB at most, 100 KB each.' },
    ],
    [
      'a size that the text of the body names',
      body({ type: 'array', maxItems: 100 }),
      body({ type: 'array', maxItems: 100, description: 'Limit: 100.' }),
    ],
  ])('%s', (_name, ours, official) => {
    expect(compare(ours, official)).toEqual([])
  })

  it('a slash at the end of a path', () => {
    const documents = { ours: tinyDocument(), official: tinyDocument({}, {}, '/api/things/') }
    expect(compareDocuments(documents)).toEqual([])
  })
})

it('another path or method is found', () => {
  const official = tinyDocument({}, {}, '/api/items')
  const item = official.paths['/api/items']
  official.paths['/api/items'] = { put: item?.post }
  expect(compareDocuments({ ours: tinyDocument(), official }).map(renderDifference)).toEqual([
    'save_thing: path-differs: ours /api/things, official /api/items',
    'save_thing: method-differs: ours POST, official PUT',
  ])
})
