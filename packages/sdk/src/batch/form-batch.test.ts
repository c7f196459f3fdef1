import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import { formBatch } from './form-batch.ts'
import { batchEvent, batchOf, consent, entriesOf, identify, track } from './testing/batch-events.ts'

const u = { userId: 'u' }
const email = 'gus@example.org'
const later = (events: readonly JsonObject[]) =>
  batchOf(events).later.map(({ entry, isAlone }) => (isAlone ? `${entry} alone` : entry))

describe('who goes together', () => {
  it.each<{ rule: string; events: JsonObject[]; imports?: string[]; tracks?: string[]; waiting?: string[] }>([
    { rule: 'identifies of one person become one', events: [identify(u), identify(u)], imports: ['a+b'] },
    {
      rule: 'an email counts in lower case',
      events: [identify({}, { email: 'A@x.co' }), identify({}, { email: 'a@X.co' })],
      imports: ['a+b'],
    },
    {
      rule: 'identifies of two people stay two',
      events: [identify(u), identify({ userId: 'v' })],
      imports: ['a', 'b'],
    },
    {
      rule: 'a weaker identifier that only one has is no obstacle',
      events: [identify(u), identify(u, { email })],
      imports: ['a+b'],
    },
    {
      rule: 'two values of an identifier are: the second waits and goes alone',
      events: [identify(u, { email: 'a@x.co' }), identify(u, { email: 'b@x.co' })],
      imports: ['a'],
      waiting: ['b alone'],
    },
    {
      rule: 'so is another strongest identifier',
      events: [identify({}, { email }), identify(u, { email })],
      imports: ['a'],
      waiting: ['b alone'],
    },
    {
      rule: 'and an event that links two people',
      events: [
        identify({}, { email }),
        identify({}, { phone: '+12025550188' }),
        identify({}, { email, phone: '+12025550188' }),
      ],
      imports: ['a', 'b'],
      waiting: ['c alone'],
    },
    {
      rule: 'what comes behind one that waits, waits too, along shared identifiers',
      events: [
        identify(u, { email: 'a@x.co' }),
        identify(u, { email: 'b@x.co' }),
        track({}, { email: 'b@x.co', phone: '+12025550188' }),
        track({}, { phone: '+12025550188' }),
        track({ userId: 'other' }),
      ],
      imports: ['a'],
      tracks: ['e'],
      waiting: ['b alone', 'c', 'd'],
    },
    {
      rule: 'an import and events of one person go together when Klaviyo finds them by the same identifier',
      events: [track(u), identify(u, { title: 'Baker' }), track(u)],
      imports: ['b'],
      tracks: ['a', 'c'],
    },
    {
      rule: 'events alone may be known by different identifiers: they keep their order in one call',
      events: [track(u, { email }), track({}, { email })],
      tracks: ['a', 'b'],
    },
    {
      rule: 'a profile that appends has its person to itself',
      events: [
        identify(u),
        identify(u, { plan: 'x' }, { integrations: { Klaviyo: { fieldsToAppend: ['plan'] } } }),
        identify(u),
      ],
      imports: ['a'],
      waiting: ['b', 'c'],
    },
    {
      rule: 'and nothing behind it goes along',
      events: [
        identify(u, {}, { integrations: { Klaviyo: { fieldsToUnset: ['old'] } } }),
        track(u),
        track({ userId: 'v' }),
      ],
      imports: ['a'],
      tracks: ['c'],
      waiting: ['b'],
    },
  ])('$rule', ({ events, imports = [], tracks = [], waiting = [] }) => {
    const batch = batchOf(events)
    expect({ imports: entriesOf(batch.imports), events: entriesOf(batch.events), waiting: later(events) }).toEqual({
      imports,
      events: tracks,
      waiting,
    })
  })

  it.each<{ rule: string; events: JsonObject[]; consents: string[]; waiting: string[] }>([
    {
      rule: 'an opposite change of consent waits',
      events: [consent(email, true), consent(email, false)],
      consents: ['a'],
      waiting: ['b'],
    },
    {
      rule: 'of another list too',
      events: [consent(email, true), consent(email, false, 'M')],
      consents: ['a'],
      waiting: ['b'],
    },
    {
      rule: 'the same one goes along',
      events: [consent(email, true), consent(email, true)],
      consents: ['a', 'b'],
      waiting: [],
    },
    {
      rule: 'one of another list in the same direction too',
      events: [consent(email, true), consent(email, true, 'M')],
      consents: ['a', 'b'],
      waiting: [],
    },
    {
      rule: 'another one of the same list waits: with another source',
      events: [consent(email, true), { ...consent(email, true), traits: { subscribe: true, custom_source: 'Shop' } }],
      consents: ['a'],
      waiting: ['b'],
    },
    {
      rule: 'opposite changes of two people go together',
      events: [consent(email, true), consent('ann@example.org', false)],
      consents: ['a', 'b'],
      waiting: [],
    },
    {
      rule: 'a look-up waits for what writes its person',
      events: [
        identify(u, { title: 'Baker' }),
        { type: 'group', groupId: 'L', userId: 'u', traits: { subscribe: true, consent: ['email'] } },
      ],
      consents: [],
      waiting: ['b'],
    },
  ])('$rule', ({ events, consents, waiting }) => {
    expect(batchOf(events).consents).toEqual(consents)
    expect(later(events)).toEqual(waiting)
  })

  it('an identify with consent is an import first, and its consent counts for what is behind', () => {
    const subscribing = identify({}, { email, properties: { subscribe: true, listId: 'L', consent: ['email'] } })
    const batch = batchOf([subscribing, consent(email, true), consent(email, false)])
    expect(entriesOf(batch.imports)).toEqual(['a'])
    expect(batch.consents).toEqual(['b'])
    expect(batch.later.map(({ entry }) => entry)).toEqual(['c'])
  })

  it('an event whose import was answered goes on with its consent', () => {
    const event = batchEvent(identify({}, { email, properties: { subscribe: true, listId: 'L', consent: ['email'] } }))
    const batch = formBatch([{ ...event, answeredCount: 1 }], '2024-06-15')
    expect(batch.imports).toEqual([])
    expect(batch.consents).toEqual([event.entry])
  })

  it('an event that failed before goes in calls of its own, beside others of other people only', () => {
    const events = [batchEvent(track(u)), batchEvent(track(u)), batchEvent(track({ userId: 'v' }))]
    const [first, second, other] = events.map((event, index) => ({ ...event, entry: String(index) }))
    if (first === undefined || second === undefined || other === undefined) throw new Error('three events')
    const batch = formBatch([{ ...first, isAlone: true }, second, other], '2024-06-15')
    expect(batch.events.map(({ entries, isAlone }) => [entries[0], isAlone])).toEqual([
      ['0', true],
      ['2', false],
    ])
    expect(batch.later).toEqual([{ entry: '1', isAlone: false }])
  })
})

describe('the values that a batch writes', () => {
  const attributesOf = (profile: JsonObject | string): JsonObject =>
    recordIn(
      typeof profile === 'string' ? recordIn({ data: JSON.parse(profile) as JsonObject }, 'data') : profile,
      'attributes',
    )

  it.each<{ rule: string; events: JsonObject[]; imported: JsonObject }>([
    {
      rule: 'the newest value of each field, and what only one has',
      events: [identify(u, { title: 'Baker', firstName: 'Gus' }), identify(u, { title: 'Cook' })],
      imported: { title: 'Cook', first_name: 'Gus' },
    },
    {
      rule: 'the newest of each leaf of `location`',
      events: [
        identify(u, { address: { city: 'Rome', country: 'IT' } }),
        identify(u, { address: { city: 'Bari', zip: '70121' } }),
      ],
      imported: { location: { city: 'Bari', country: 'IT', zip: '70121' } },
    },
    {
      rule: 'the newest of each custom property; objects and lists are replaced whole',
      events: [
        identify(u, { pet: { name: 'Rex', age: 3 }, sizes: [1, 2], plan: 'a' }),
        identify(u, { pet: { name: 'Bo' }, sizes: [3] }),
      ],
      imported: { properties: { pet: { name: 'Bo' }, sizes: [3], plan: 'a' } },
    },
    {
      rule: 'a later event of the person too, if the import writes the field at all',
      events: [identify(u, { title: 'Baker' }), track(u, { title: 'Cook', firstName: 'Gus' })],
      imported: { title: 'Cook' },
    },
    {
      rule: 'identifiers that only one has',
      events: [identify(u, { email }), identify(u, { phone: '+12025550188' })],
      imported: { email, phone_number: '+12025550188' },
    },
  ])('an import has $rule', ({ events, imported }) => {
    const [member, ...others] = batchOf(events).imports
    expect(others).toEqual([])
    expect(attributesOf(member?.profile ?? {})).toEqual({ external_id: 'u', ...imported })
  })

  it('an event has the newest values too, and gains no field', () => {
    const { events } = batchOf([
      track(u, { title: 'Baker', address: { city: 'Rome' } }),
      identify(u, { title: 'Cook', firstName: 'Gus', address: { city: 'Bari', country: 'IT' } }),
      track(u, { lastName: 'Gray' }),
    ])
    expect(events.map(({ profile }) => attributesOf(profile))).toEqual([
      { external_id: 'u', title: 'Cook', location: { city: 'Bari' } },
      { external_id: 'u', last_name: 'Gray' },
    ])
    expect(events.map(({ hasOwnProfile }) => hasOwnProfile)).toEqual([false, true])
  })

  it('sent by itself later, an event or import does not undo what others of the batch wrote', () => {
    const { events, imports } = batchOf([
      track(u, { title: 'Baker', firstName: 'Gus' }),
      identify(u, { title: 'Chef', lastName: 'Gray' }),
      identify(u, { title: 'Dean' }),
      track(u, { title: 'Cook' }),
    ])
    const [first] = events
    const body = first?.aloneRequest().body ?? {}
    const profile = recordIn(recordIn(recordIn(recordIn(body, 'data'), 'attributes'), 'profile'), 'data')
    expect(attributesOf(profile)).toEqual({ external_id: 'u', first_name: 'Gus' })
    expect(imports[0]?.split().map((member) => [member.entries.join(), attributesOf(member.profile)])).toEqual([
      ['b', { external_id: 'u', last_name: 'Gray' }],
      ['c', { external_id: 'u' }],
    ])
  })

  it('a key named __proto__ changes no prototype, whatever a hook puts where', () => {
    const withProto = (value: string) => JSON.parse(`{"__proto__": ${value}, "constructor": ${value}}`) as JsonObject
    const events = ['{"isAdmin": 1}', '{"isAdmin": 2}'].map((value) => {
      const planned = batchEvent(identify(u, { pet: withProto(value) }))
      const attributes = { external_id: 'u', location: withProto(value), properties: withProto(value) }
      const requests = planned.plan.requests.map((request) => ({
        ...request,
        body: { data: { type: 'profile', attributes } },
      }))
      return { ...planned, plan: { ...planned.plan, requests } }
    })
    const [member] = formBatch(events, '2024-06-15').imports
    const { location, properties } = attributesOf(member?.text ?? '{}')
    expect([location, properties]).toEqual([{ constructor: { isAdmin: 2 } }, { constructor: { isAdmin: 2 } }])
    expect('isAdmin' in {}).toBe(false)
    const [nested] = batchOf([identify(u, { pet: withProto('1') }), identify(u, { pet: withProto('2') })]).imports
    expect(nested?.text).toContain('{"pet":{"__proto__":2,"constructor":2}}')
  })

  it('the events that are given are not changed', () => {
    const events = [track(u, { title: 'Baker' }), identify(u, { title: 'Cook' })].map((event) => batchEvent(event))
    const before = structuredClone(events)
    const batch = formBatch(events, '2024-06-15')
    for (const member of batch.imports) member.split()
    for (const member of batch.events) member.aloneRequest()
    expect(events).toEqual(before)
  })
})

describe('plans that a hook gave an unusual shape', () => {
  const of = (event: JsonObject, change: (request: PlannedRequest) => PlannedRequest) => {
    const planned = batchEvent(event)
    return { ...planned, plan: { ...planned.plan, requests: planned.plan.requests.map(change) } }
  }

  it.each<{ shape: string; change: (request: PlannedRequest) => PlannedRequest }>([
    { shape: 'no data', change: (request) => ({ ...request, body: {} }) },
    { shape: 'data that is a list', change: (request) => ({ ...request, body: { data: [] } }) },
    { shape: 'no attributes', change: (request) => ({ ...request, body: { data: { type: 'profile' } } }) },
  ])('go alone: $shape', ({ change }) => {
    const events = [of(identify(u), change), of(track(u), change), of(track({ userId: 'v' }), change)]
    const batch = formBatch(events, '2024-06-15')
    expect(batch.imports.map(({ isAlone }) => isAlone)).toEqual([true])
    expect(batch.events.map(({ isAlone }) => isAlone)).toEqual([true])
    expect(batch.later).toHaveLength(1)
  })

  it('two writes in one plan go step by step', () => {
    const { plan, ...event } = batchEvent(identify(u))
    const twice = { ...event, plan: { ...plan, requests: [...plan.requests, ...plan.requests] } }
    const batch = formBatch([twice, batchEvent(identify(u))], '2024-06-15')
    expect(batch.imports.map(({ isAlone }) => isAlone)).toEqual([true])
    expect(batch.later).toHaveLength(1)
  })

  it('a request without anything to identify stands for itself', () => {
    const planned = of(identify(u), (request) => ({ ...request, body: { data: { type: 'profile', attributes: {} } } }))
    const batch = formBatch(
      [
        { ...planned, orderKeys: [] },
        { ...planned, orderKeys: [] },
      ],
      '2024-06-15',
    )
    expect(batch.imports).toHaveLength(2)
    expect(batch.later).toEqual([])
  })
})
