import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '@rudder-klaviyo/sdk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readConfig, type Environment } from './config.ts'
import { createGateway, type GatewayCore } from './create-gateway.ts'
import { GRAPHIQL_TABS } from './http/graphiql-tabs.ts'
import { createLogger } from './logger.ts'

/** `messageId` is nullable in one member of the union only, so one of them needs another name. */
const RESULT = `{
  __typename
  ... on EventAccepted { messageId duplicate warnings { path code } event { status type name } }
  ... on EventInvalid { ownId: messageId message issues { path code } }
}`

let folder: string
let gateway: GatewayCore
let delivered: Plan[]
let lines: string[]

const open = (environment: Environment = {}): Promise<GatewayCore> => {
  const config = readConfig({ DATA_DIR: folder, ...environment })
  return createGateway({
    config,
    account: {
      name: 'sandbox',
      settings: config.settings,
      async deliver(plan) {
        delivered.push(plan)
        return { status: 'delivered', warnings: [] }
      },
    },
    logger: createLogger({ write: (line) => lines.push(line) }),
  })
}

const close = async (opened: GatewayCore): Promise<void> => {
  await opened.drain()
  await opened.close()
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  delivered = []
  lines = []
  gateway = await open()
})

afterEach(async () => {
  await close(gateway)
  await rm(folder, { recursive: true })
})

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly {
    readonly message: string
    readonly path?: readonly string[]
    readonly extensions?: object
  }[]
}

/** A text that fits, inside of an expected object. */
const text = (pattern: RegExp): unknown => expect.stringMatching(pattern)

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  gateway.fetch(
    new Request('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer dev', ...headers },
      body: JSON.stringify(body),
    }),
  )

async function ask(query: string, variables: unknown = {}): Promise<Answer> {
  return answerOf(await post({ query, variables }))
}

async function answerOf(response: Response): Promise<Answer> {
  // A GraphQL answer has this form; what is in it is checked where it is expected.
  return (await response.json()) as Answer
}

describe('the event mutations', () => {
  it.each([
    {
      field: 'identify',
      input: { userId: 'u-1', traits: { email: 'alex@example.com' } },
      event: { type: 'IDENTIFY', name: null },
      operation: 'create_or_update_profile',
    },
    {
      field: 'track',
      input: { userId: 'u-1', event: 'Order Completed' },
      event: { type: 'TRACK', name: 'Order Completed' },
      operation: 'create_event',
    },
    {
      field: 'screen',
      input: { userId: 'u-1', name: 'Cart' },
      event: { type: 'SCREEN', name: 'Cart' },
      operation: 'create_event',
    },
    {
      field: 'group',
      input: { groupId: 'XUepkK', subscribe: true, consent: ['EMAIL'], traits: { email: 'alex@example.com' } },
      event: { type: 'GROUP', name: null },
      operation: 'subscribe_profiles',
    },
  ])('$field is accepted, delivered, and its status can be read', async ({ field, input, event, operation }) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`
    const query = `mutation M($input: ${type}!) { ${field}(input: $input) ${RESULT} }`
    const answer = await ask(query, { input: { messageId: `m-${field}`, ...input } })
    expect(answer).toEqual({
      data: {
        [field]: {
          __typename: 'EventAccepted',
          messageId: `m-${field}`,
          duplicate: false,
          warnings: [],
          event: { status: 'ACCEPTED', ...event },
        },
      },
    })
    await vi.waitFor(async () => {
      const status = await ask(
        `{ event(messageId: "m-${field}") { status attemptCount source settledAt error { code } } }`,
      )
      expect(status).toMatchObject({
        data: { event: { status: 'DELIVERED', attemptCount: 1, source: 'default', error: null } },
      })
    })
    expect(
      delivered.map(({ messageId, requests }) => [messageId, requests.map((request) => request.operation)]),
    ).toEqual([[`m-${field}`, [operation]]])
  })

  it('give an event without a messageId one', async () => {
    const answer = await ask(`mutation { track(input: { event: "E", userId: "u" }) ${RESULT} }`)
    expect(answer).toMatchObject({ data: { track: { messageId: text(/./) } } })
  })

  it('answer an invalid event with its issues, in the words of the argument', async () => {
    const answer = await ask(`mutation { track(input: { event: " ", messageId: "m" }) ${RESULT} }`)
    expect(answer).toMatchObject({
      data: {
        track: {
          __typename: 'EventInvalid',
          ownId: 'm',
          issues: [
            { path: 'input.event', code: 'REQUIRED' },
            { path: 'input', code: 'NO_IDENTIFIER' },
          ],
        },
      },
    })
  })

  it('run in order when one request has several', async () => {
    const answer = await ask(`mutation {
      a: track(input: { messageId: "1", event: "E", userId: "u" }) ${RESULT}
      b: track(input: { messageId: "2", event: "", userId: "u" }) ${RESULT}
      c: identify(input: { messageId: "3", userId: "u" }) ${RESULT}
      d: track(input: { messageId: "4", event: "E", userId: "u" }) ${RESULT}
    }`)
    expect(Object.values(answer.data ?? {})).toMatchObject([
      { messageId: '1' },
      { __typename: 'EventInvalid' },
      { messageId: '3' },
      { messageId: '4' },
    ])
    await vi.waitFor(() => expect(delivered.map(({ messageId }) => messageId)).toEqual(['1', '3', '4']))
  })

  it('take a messageId once, and say when it comes with another payload', async () => {
    const send = (event: string): Promise<Answer> =>
      ask(`mutation M($event: String!) { track(input: { messageId: "m", event: $event, userId: "u" }) ${RESULT} }`, {
        event,
      })
    expect(await send('First')).toMatchObject({ data: { track: { duplicate: false, warnings: [] } } })
    expect(await send('First')).toMatchObject({ data: { track: { duplicate: true, warnings: [] } } })
    expect(await send('Second')).toMatchObject({
      data: {
        track: {
          duplicate: true,
          warnings: [{ path: 'input.messageId', code: 'PAYLOAD_DIFFERS' }],
          event: { name: 'First' },
        },
      },
    })
  })
})

describe('a batch', () => {
  const batch = `mutation B($events: [EventInput!]!) { batch(events: $events) ${RESULT} }`

  it('answers each event at its place; an invalid one harms no other', async () => {
    const events = [
      { identify: { messageId: '1', userId: 'u' } },
      { track: { messageId: '2', event: '', userId: 'u' } },
      { group: { messageId: '3', groupId: 'XUepkK', subscribe: false, userId: 'u' } },
      { screen: { messageId: '4', name: 'Cart', userId: 'u', timestamp: 5, properties: 'none' } },
    ]
    expect(await ask(batch, { events })).toMatchObject({
      data: {
        batch: [
          { __typename: 'EventAccepted', messageId: '1', warnings: [] },
          { __typename: 'EventInvalid', ownId: '2', issues: [{ path: 'events[1].track.event', code: 'REQUIRED' }] },
          {
            __typename: 'EventInvalid',
            ownId: '3',
            issues: [{ path: 'events[2].group.traits.email', code: 'CANNOT_UNSUBSCRIBE' }],
          },
          {
            __typename: 'EventAccepted',
            messageId: '4',
            warnings: [
              { path: 'events[3].screen.properties', code: 'NOT_USABLE' },
              { path: 'events[3].screen.timestamp', code: 'NOT_USABLE' },
            ],
          },
        ],
      },
    })
    await vi.waitFor(() => expect(delivered.map(({ messageId }) => messageId)).toEqual(['1', '4']))
  })

  it('of 501 events is refused whole, and nothing of it is accepted', async () => {
    const events = Array.from({ length: 501 }, (_, index) => ({
      track: { messageId: `m-${index}`, event: 'E', userId: 'u' },
    }))
    const response = await post({ query: batch, variables: { events } })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/501 events, 500 at most.*LIMIT_EXCEEDED/)
    expect(await ask('{ event(messageId: "m-0") { status } }')).toEqual({ data: { event: null } })
  })

  it('of 500 events accepts all', async () => {
    const events = Array.from({ length: 500 }, (_, index) => ({
      track: { messageId: `m-${index}`, event: 'E', userId: 'u' },
    }))
    const { data } = await ask(batch, { events })
    expect(data?.['batch']).toMatchObject(events.map(({ track }) => ({ messageId: track.messageId })))
  })

  it('with a wrong JSON type or two events in one is refused by GraphQL, whole', async () => {
    const good = { track: { messageId: 'good', event: 'E', userId: 'u' } }
    for (const bad of [
      { track: { event: 5, userId: 'u' } },
      { ...good, identify: {} },
      {},
      { track: { event: 'E', color: 'red' } },
    ]) {
      const response = await post({ query: batch, variables: { events: [good, bad] } })
      const answer = await answerOf(response)
      expect(answer.data).toBeUndefined()
      expect(answer.errors?.[0]?.message).toContain('events')
    }
    expect(await ask('{ event(messageId: "good") { status } }')).toEqual({ data: { event: null } })
  })
})

describe('lenient scalars', () => {
  it.each<[field: string, literal: string]>([
    ['timestamp', '5'],
    ['timestamp', '"yesterday"'],
    ['timestamp', '{ at: true }'],
    ['timestamp', 'NOON'],
    ['currency', '"Euro"'],
    ['currency', '[1]'],
    ['properties', '"text"'],
    ['properties', '[{ a: 1 }]'],
  ])('%s: %s costs itself alone', async (field, literal) => {
    const answer = await ask(`mutation { track(input: { event: "E", userId: "u", ${field}: ${literal} }) ${RESULT} }`)
    expect(answer).toMatchObject({
      data: { track: { __typename: 'EventAccepted', warnings: [{ path: `input.${field}`, code: 'NOT_USABLE' }] } },
    })
  })

  it('take variables inside of literals', async () => {
    const query = `mutation M($sku: JSON) { track(input: { messageId: "m", event: "E", userId: "u", properties: { items: [{ sku: $sku }] } }) ${RESULT} }`
    await ask(query, { sku: { deep: [1, null] } })
    await vi.waitFor(() => {
      expect(delivered[0]?.requests[0]?.body).toMatchObject({
        data: { attributes: { properties: { items: [{ sku: { deep: [1, null] } }] } } },
      })
    })
  })
})

describe('dry runs', () => {
  it('plan shows the requests, with the time that acceptance would give, and accepts nothing', async () => {
    const query = `{ plan(event: { track: { messageId: "m", event: "E", userId: "u", timestamp: "noon" } }) {
      ... on Plan { messageId revision requests { operation method path body idempotencyKey lookup { field } } warnings { path code } } } }`
    expect(await ask(query)).toMatchObject({
      data: {
        plan: {
          messageId: 'm',
          revision: '2024-06-15',
          requests: [
            {
              operation: 'create_event',
              method: 'POST',
              path: '/api/events',
              body: { data: { attributes: { unique_id: 'm', time: text(/^\d{4}-/) } } },
              idempotencyKey: text(/m/),
              lookup: null,
            },
          ],
          warnings: [{ path: 'event.track.timestamp', code: 'NOT_USABLE' }],
        },
      },
    })
    expect(await ask('{ event(messageId: "m") { status } }')).toEqual({ data: { event: null } })
  })

  it('plan answers an invalid event as the mutation does', async () => {
    const query = '{ plan(event: { identify: {} }) { ... on EventInvalid { messageId message issues { path code } } } }'
    expect(await ask(query)).toMatchObject({
      data: { plan: { messageId: null, issues: [{ path: 'event.identify', code: 'NO_IDENTIFIER' }] } },
    })
  })

  it('explain shows where each value comes from, also for an invalid event', async () => {
    const query = `{ explain(event: { track: { event: "", userId: "u", traits: { phone: "12", custom: { plan: "gold" } } } }) {
      fields { to source value passedOver { source reason message } } customProperties warnings { path } issues { path } } }`
    const { data, errors } = await ask(query)
    expect(errors).toBeUndefined()
    expect(data?.['explain']).toMatchObject({
      issues: [{ path: 'event.track.event' }],
      customProperties: ['context.traits.plan'],
    })
    expect(JSON.stringify(data)).toContain('"value":"u"')
    expect(JSON.stringify(data)).toContain('"reason":"NOT_USABLE"')
  })

  it('mapping gives the rows of a type', async () => {
    const all = await ask('{ mapping { types to from as revisions } }')
    const groups = await ask('{ mapping(type: GROUP) { types to from as revisions } }')
    expect(all.errors).toBeUndefined()
    expect(all.data?.['mapping']).toEqual(expect.arrayContaining(Object.values(groups.data ?? {}).flat()))
    expect(groups.data?.['mapping']).toContainEqual(expect.objectContaining({ from: ['groupId'], types: ['GROUP'] }))
  })
})

it('the tabs of GraphiQL run as they are, in order, and deliver', async () => {
  for (const { query, variables = '{}' } of GRAPHIQL_TABS) {
    const given: unknown = JSON.parse(variables)
    const answer = await ask(query, given)
    expect(answer.errors).toBeUndefined()
    expect(Object.values(answer.data ?? {})).not.toContain(null)
  }
  await vi.waitFor(() => expect(delivered).toHaveLength(6))
})

it('another source may be named with the admin key only', async () => {
  expect(await ask('{ event(messageId: "m", source: "other") { status } }')).toMatchObject({
    data: { event: null },
    errors: [{ path: ['event'], extensions: { code: 'FORBIDDEN' } }],
  })
})

it('what waits is delivered after a restart', async () => {
  await ask('mutation { track(input: { messageId: "m", event: "E", userId: "u" }) { __typename } }')
  await close(gateway)
  gateway = await open()
  await vi.waitFor(() => expect(delivered.map(({ messageId }) => messageId)).toEqual(['m']))
  expect(lines.filter((line) => line.includes('"error"'))).toEqual([])
})

it('is not ready once it stops, and answers all the same', async () => {
  const ready = async (): Promise<number> => (await gateway.fetch(new Request('http://gateway/health/ready'))).status
  expect(await ready()).toBe(200)
  const drained = gateway.drain()
  expect(await ready()).toBe(503)
  expect(await ask(`mutation { track(input: { event: "E", userId: "u" }) ${RESULT} }`)).toMatchObject({
    data: { track: { duplicate: false } },
  })
  await drained
})

it('consent from the write key is refused where servers alone may change it', async () => {
  await close(gateway)
  gateway = await open({ KLAVIYO_API_KEY: 'pk', WRITE_KEY: 'web', SERVER_KEY: 'server' })
  const query = `mutation { group(input: { groupId: "L", subscribe: false, traits: { email: "a@example.com" } }) ${RESULT} }`
  const answers = ['web', 'server'].map(async (key) =>
    answerOf(await post({ query }, { authorization: `Bearer ${key}` })),
  )
  expect(await Promise.all(answers)).toMatchObject([
    {
      data: {
        group: { __typename: 'EventInvalid', issues: [{ path: 'input.subscribe', code: 'CONSENT_NOT_ALLOWED' }] },
      },
    },
    { data: { group: { __typename: 'EventAccepted', warnings: [{ code: 'MAY_UNSUBSCRIBE_GLOBALLY' }] } } },
  ])
})
