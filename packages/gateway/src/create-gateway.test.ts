import { describe, expect, it, vi } from 'vitest'
import { RESULT, useTestGateway, type Answer } from './testing/test-gateway.ts'

const gateway = useTestGateway()
const ask = (query: string, variables: unknown = {}): Promise<Answer> => gateway().ask(query, variables)

/** A text that fits, inside of an expected object. */
const text = (pattern: RegExp): unknown => expect.stringMatching(pattern)

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
    expect(gateway().calls.map((call) => call.operation)).toEqual([operation])
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
    await vi.waitFor(() => expect(gateway().delivered).toHaveLength(3))
    const sent = gateway().delivered
    expect(sent.toSorted()).toEqual(['1', '4', 'create_or_update_profile'])
    expect(sent.indexOf('1')).toBeLessThan(sent.indexOf('4'))
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
    await vi.waitFor(() => expect(gateway().delivered.toSorted()).toEqual(['4', 'create_or_update_profile']))
  })

  it('of 501 events is refused whole, and nothing of it is accepted', async () => {
    const events = Array.from({ length: 501 }, (_, index) => ({
      track: { messageId: `m-${index}`, event: 'E', userId: 'u' },
    }))
    const response = await gateway().post({ query: batch, variables: { events } })
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
      const response = await gateway().post({ query: batch, variables: { events: [good, bad] } })
      const answer = (await response.json()) as Answer // a GraphQL answer has this form
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
      expect(JSON.parse(gateway().calls[0]?.json ?? '{}')).toMatchObject({
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
