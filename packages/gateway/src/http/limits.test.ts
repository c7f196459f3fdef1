import { resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { buildSchema, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { createKeys } from '../edge/keys.ts'
import { findVariableFaults } from '../edge/find-variable-faults.ts'
import { createLogger } from '../logger.ts'
import { schema } from '../schema/index.ts'
import { createGraphQL } from './graphql.ts'

interface Answer {
  readonly status: number
  readonly text: string
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
  readonly acceptedCount: number
  readonly lines: readonly string[]
}

/** Sends a body to an endpoint whose acceptance refuses every event as invalid, and counts them. */
async function send(body: string): Promise<Answer> {
  let acceptedCount = 0
  const lines: string[] = []
  const handle = createGraphQL({
    schema,
    keys: createKeys([{ key: 'dev', source: { name: 'default', account: 'sandbox', mayChangeConsent: true } }]),
    acceptance: {
      accept: async (_source, events) => {
        acceptedCount += events.length
        return events.map(() => ({ kind: 'invalid', message: 'no', issues: [] }))
      },
      status: async () => undefined,
    },
    settings: resolveSettings({}),
    allowedOrigins: 'any',
    maxBodyBytes: 4 * 1024 * 1024,
    logger: createLogger({ write: (line) => lines.push(line) }),
    now: () => 0,
  })
  const headers = { authorization: 'Bearer dev', 'content-type': 'application/json' }
  const response = await handle(new Request('http://gateway/graphql', { method: 'POST', headers, body }))
  const text = await response.text()
  // A GraphQL answer has this form.
  const { errors = [] } = JSON.parse(text) as Partial<Answer>
  return { status: response.status, text, errors, acceptedCount, lines }
}

const ask = (query: string, variables: unknown = {}): Promise<Answer> => send(JSON.stringify({ query, variables }))

const BATCH = 'mutation B($events: [EventInput!]!) { batch(events: $events) { __typename } }'
const event = { track: { event: 'E', userId: 'u' } }
const literal = '{ track: { event: "E", userId: "u" } }'
const mutation = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `m${index}: track(input: { event: "E", userId: "u" }) { __typename }`,
  ).join(' ')

describe('an operation within the limits runs', () => {
  it.each<[what: string, query: string, variables: unknown, count: number]>([
    ['500 events in a variable', BATCH, { events: Array(500).fill(event) }, 500],
    [
      '500 events as literals',
      `mutation { batch(events: [${Array(500).fill(literal).join()}]) { __typename } }`,
      {},
      500,
    ],
    ['50 mutations', `mutation { ${mutation(50)} }`, {}, 50],
    [
      'literals 100 levels deep, which `input` and `properties` are two of',
      `mutation { track(input: { event: "E", userId: "u", properties: { a: ${'['.repeat(98)}${']'.repeat(98)} } }) { __typename } }`,
      {},
      1,
    ],
  ])('%s', async (_what, query, variables, count) => {
    const { errors, acceptedCount } = await ask(query, variables)
    expect(errors).toEqual([])
    expect(acceptedCount).toBe(count)
  })
})

describe('an operation above a limit is 400, names the limit, and runs nothing', () => {
  it.each<[what: string, words: string, query: string, variables?: unknown]>([
    ['501 events', '501 events, 500 at most', BATCH, { events: Array(501).fill(event) }],
    [
      '501 events over two batches and a mutation',
      '501 events, 500 at most',
      `mutation B($events: [EventInput!]!) { a: batch(events: $events) { __typename } b: batch(events: $events) { __typename } ${mutation(1)} }`,
      { events: Array(250).fill(event) },
    ],
    [
      '501 events as a default',
      '501 events, 500 at most',
      `mutation B($events: [EventInput!]! = [${Array(501).fill(literal).join()}]) { batch(events: $events) { __typename } }`,
    ],
    ['51 aliases', 'more than 50 fields', `mutation { ${mutation(51)} }`],
    [
      '52 fields by fragments',
      'more than 50 fields',
      `mutation { ...F ... on Mutation { ${mutation(26)} } } fragment F on Mutation { ${mutation(26)} }`,
    ],
    [
      'more fields than a computer can count, by fragments',
      'more than 50 fields',
      `{ ...F0 } ${Array.from({ length: 60 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F60 on Query { __typename }`,
    ],
    ['21 levels of fields', 'more than 20 levels', `{ ${'a { '.repeat(20)} a ${'}'.repeat(20)} }`],
    ['a field 2,001 times', 'more than 2000 fields', `{ event(messageId: "m") { ${'status '.repeat(2_001)} } }`],
    ['101 levels of literals', 'more than 100 levels', `{ a(b: ${'['.repeat(101)}${']'.repeat(101)}) }`],
    ['too many tokens', 'more than 100000 tokens', `{ a(b: [${'1 '.repeat(100_001)}]) }`],
    ['more levels than the stack has', 'nested too deep', `{ a(b: ${'['.repeat(90_000)} }`],
  ])('%s', async (_what, words, query, variables) => {
    const { status, errors, acceptedCount, lines } = await ask(query, variables)
    expect(errors).toMatchObject([{ message: textWith(words), extensions: { code: 'LIMIT_EXCEEDED' } }])
    expect([status, acceptedCount, lines]).toEqual([400, 0, []])
  })
})

/** A text with these words, inside of an expected object. */
function textWith(words: string): unknown {
  return expect.stringContaining(words)
}

const SECRET = 'alex@example.com'

describe('a refusal says what is wrong and where, and never a value', () => {
  it.each<[what: string, words: string, event: unknown]>([
    [
      'an unknown field',
      'at "events[0].track.traits": TraitsInput has no field "emial"',
      { track: { event: 'E', traits: { email: SECRET, emial: SECRET } } },
    ],
    [
      'a wrong JSON type',
      'at "events[0].track.traits.email": it is no String',
      { track: { event: 'E', traits: { email: { a: SECRET } } } },
    ],
    [
      'a missing field',
      'at "events[0].track": the field "event" of TrackInput is missing',
      { track: { traits: { email: SECRET } } },
    ],
    ['two of one', 'at "events[0]": EventInput takes exactly one', { track: { event: SECRET }, identify: {} }],
    [
      'none of an enum',
      'at "events[0].group.consent[0]": it is none of EMAIL',
      { group: { groupId: 'L', consent: [SECRET] } },
    ],
    ['no object', 'at "events[0].track": TrackInput is an object', { track: SECRET }],
    ['null', 'at "events[0].track.event": it must be given', { track: { event: null, userId: SECRET } }],
  ])('in a variable: %s', async (_what, words, wrong) => {
    const { errors, text, acceptedCount } = await ask(BATCH, { events: [wrong] })
    expect(errors[0]?.message).toContain(`Variable "$events" got an invalid value ${words}`)
    expect(text).not.toContain(SECRET)
    expect(acceptedCount).toBe(0)
  })

  it.each<[what: string, words: string, query: string]>([
    [
      'an unknown field',
      'unknown field "emial"',
      `mutation { identify(input: { traits: { email: "${SECRET}", emial: "${SECRET}" } }) { __typename } }`,
    ],
    [
      'a wrong type',
      'cannot represent a non string value',
      `mutation { identify(input: { traits: { email: { a: "${SECRET}" } } }) { __typename } }`,
    ],
    ['a missing field', 'required field "event"', `mutation { track(input: { userId: "${SECRET}" }) { __typename } }`],
    ['none of an enum', 'enum', `mutation { group(input: { groupId: "L", consent: ["${SECRET}"] }) { __typename } }`],
    ['no object', 'to be an object', `mutation { track(input: "${SECRET}") { __typename } }`],
    ['a text where a name is due', 'Syntax Error', `mutation { "${SECRET}" }`],
    ['a text where a name is expected', 'Expected Name', `mutation { track("${SECRET}") }`],
    [
      'a wrong default',
      'cannot represent',
      `mutation M($a: Int = "${SECRET}") { track(input: { event: $a }) { __typename } }`,
    ],
    [
      'a null for what may not be null, beside a trait',
      '',
      `mutation M($e: String = "E") { track(input: { event: $e, userId: "${SECRET}" }) { __typename } }`,
    ],
  ])('in a literal: %s', async (_what, words, query) => {
    const { errors, text } = await ask(query, { e: null })
    expect(errors.map(({ message }) => message).join('\n')).toContain(words)
    expect(errors).not.toEqual([])
    expect(text).not.toContain(SECRET)
  })

  it('in a body that is no JSON', async () => {
    const { status, text, errors } = await send(`{"query": ${SECRET}}`)
    expect(errors).not.toEqual([])
    expect(text).not.toContain('alex')
    expect(status).toBe(200)
  })

  it('a name that a caller chose is cut', async () => {
    const { text } = await ask(BATCH, { events: [{ track: { event: 'E', ['x'.repeat(100_000)]: 1 } }] })
    const query = await ask(`{ ${'x'.repeat(100_000)} }`)
    expect([text.length, query.text.length].every((length) => length < 2_000)).toBe(true)
  })

  it.each<[what: string, query: string, variables: unknown]>([
    ['variables', BATCH, { events: Array(500).fill({ track: { traits: { email: 'x'.repeat(8_000) } } }) }],
    [
      'literals',
      `mutation { batch(events: [${Array(500)
        .fill(`{ track: { wrong: "${'x'.repeat(8_000)}" } }`)
        .join()}]) { __typename } }`,
      {},
    ],
  ])('a body of 4 MB that is wrong all over has a short answer: %s', async (_what, query, variables) => {
    const { errors, text } = await ask(query, variables)
    expect(errors).toHaveLength(11)
    expect(text.length).toBeLessThan(10_000)
  })

  it('says how many faults of the variables are left out', async () => {
    const { errors } = await ask(BATCH, { events: Array(30).fill({ track: { event: 5 } }) })
    expect(errors).toHaveLength(11)
    expect(errors[10]?.message).toBe('20 further faults of the variables are left out here.')
  })
})

it('variables that graphql takes have no fault', () => {
  const types = buildSchema('input In { a: Int! = 1, b: [Int] } type Query { f(in: [In!]): Int }')
  const [operation] = parse('query Q($in: [In!], $n: Int = 3, $m: Int) { f(in: $in) }').definitions
  if (operation?.kind !== 'OperationDefinition') throw new Error('it is one')
  const document = parse('{ f }')
  for (const given of [undefined, null, [], { b: 1 }, [{ b: [1, null] }, { a: 2, b: null }]]) {
    expect([...findVariableFaults(types, { document, operation, variables: { in: given } })]).toEqual([])
  }
})
