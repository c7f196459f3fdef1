import { createKlaviyo, type JsonObject } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { setAt, valueAt } from '../support/set-at.ts'

// Copied by hand from the tables of the mapping document ("Klaviyo Cloud Mode Integration (New API)"), not from the code:
// the Klaviyo field, its sources in the order of the document, two different usable values and what the first becomes.
type Row = readonly [field: string, sources: readonly string[], values: readonly [unknown, unknown], sent?: unknown]

const PROFILE_ROWS: readonly Row[] = [
  ['email', ['context.traits.email', 'traits.email'], ['a@shop.test', 'b@shop.test']],
  ['phone_number', ['context.traits.phone', 'traits.phone'], ['+12 345 578 900', '+12345578901'], '+12345578900'],
  ['external_id', ['userId', 'context.traits.userId', 'traits.userId'], ['u-1', 'u-2']],
  ['anonymous_id', ['anonymousId'], ['a-1', 'a-2']],
  [
    'first_name',
    [
      'traits.firstName',
      'traits.firstname',
      'traits.first_name',
      'context.traits.firstName',
      'context.traits.firstname',
      'context.traits.first_name',
    ],
    ['Ada', 'Bea'],
  ],
  [
    'last_name',
    [
      'traits.lastName',
      'traits.lastname',
      'traits.last_name',
      'context.traits.lastName',
      'context.traits.lastname',
      'context.traits.last_name',
    ],
    ['Ames', 'Bell'],
  ],
  ['title', ['context.traits.title', 'traits.title'], ['Developer', 'Usher']],
  ['organization', ['context.traits.organization', 'traits.organization'], ['Example Co.', 'Other Co.']],
  ['image', ['context.traits.image', 'traits.image'], ['https://img.test/1.png', 'http://img.test/2.png']],
  ['_kx', ['context.traits._kx', 'traits._kx'], ['kx-1', 'kx-2']],
  [
    'location.address1',
    [
      'traits.street',
      'traits.address.street',
      'context.traits.street',
      'context.traits.address.street',
      'properties.street',
    ],
    ['Street 1', 'Street 2'],
  ],
  ['location.city', ['context.traits.address.city', 'traits.address.city'], ['Lund', 'Ystad']],
  ['location.country', ['context.traits.address.country', 'traits.address.country'], ['SE', 'US']],
  ['location.region', ['context.traits.address.region', 'traits.address.region'], ['Skåne', 'Louisiana']],
  [
    'location.zip',
    [
      'traits.zip',
      'traits.postalcode',
      'traits.postalCode',
      'traits.address.zip',
      'traits.address.postalcode',
      'traits.address.postalCode',
      'context.traits.zip',
      'context.traits.postalcode',
      'context.traits.postalCode',
      'context.traits.address.zip',
      'context.traits.address.postalcode',
      'context.traits.address.postalCode',
      'properties.zip',
      'properties.postalcode',
      'properties.postalCode',
    ],
    ['100-0001', 24103],
  ],
  ['location.timezone', ['context.traits.address.timezone', 'traits.address.timezone'], ['Europe/Stockholm', 'UTC']],
  ['location.ip', ['context.ip'], ['198.51.100.1', '198.51.100.2']],
  ['location.longitude', ['context.address.longitude', 'context.location.longitude'], [18.07, '9'], '18.07'],
  ['location.latitude', ['context.address.latitude', 'context.location.latitude'], [0, '59.3'], '0'],
]

const EVENT_ROWS: readonly Row[] = [
  ['time', ['timestamp', 'originalTimestamp'], ['2024-06-15T12:00:00.000Z', '2024-06-16T12:00:00.000Z']],
  ['value', ['properties.revenue', 'properties.total', 'properties.value'], [7.25, '-3']],
  ['value_currency', ['properties.currency'], ['usd', 'EUR'], 'USD'],
]

const PROFILE_ID = 'context.externalId[type=klaviyo-profileId].id'
const KINDS = [
  { type: 'identify', event: { type: 'identify', userId: 'u-0' }, profile: 'data' },
  {
    type: 'track',
    event: { type: 'track', event: 'Seat Reserved', userId: 'u-0' },
    profile: 'data.attributes.profile.data',
  },
  {
    type: 'screen',
    event: { type: 'screen', name: 'Seat Map', userId: 'u-0' },
    profile: 'data.attributes.profile.data',
  },
] as const

const bodyOf = (event: JsonObject, index = 0): unknown => createKlaviyo().plan(event).requests[index]?.body

/** An identifying field must stand alone to be told from the user id of the sample. */
const withoutUserId = ({ userId: _userId, ...event }: JsonObject): JsonObject => ({
  ...event,
  context: { traits: { _kx: 'kx-0' } },
})

function expectRow([field, sources, [first, second], sent = first]: Row, event: JsonObject, at: string): void {
  const base = field === 'external_id' ? withoutUserId(event) : event
  for (const [rank, source] of sources.entries()) {
    const alone = setAt(base, source, first as JsonObject[string]) // the tables above hold JSON
    expect(valueAt(bodyOf(alone), at), `${source} alone`).toEqual(sent)
    const later = sources[rank + 1]
    if (later === undefined) continue
    const both = setAt(alone, later, second as JsonObject[string])
    expect(valueAt(bodyOf(both), at), `${source} before ${later}`).toEqual(sent)
  }
}

describe.each(KINDS)('$type: the profile', ({ event, profile }) => {
  it.each(PROFILE_ROWS.map((row) => [row[0], row[1], row] as const))('%s comes from %j', (field, _sources, row) => {
    expectRow(row, event, `${profile}.attributes.${field}`)
  })

  it('its id comes from context.externalId', () => {
    expect(valueAt(bodyOf(setAt(event, PROFILE_ID, 'some_id')), `${profile}.id`)).toBe('some_id')
  })

  it('its type is "profile"', () => {
    expect(valueAt(bodyOf(event), `${profile}.type`)).toBe('profile')
  })

  it('its custom properties are all other traits, with their types', () => {
    const traits = { Flagged: false, Residence: '31, North Avenue', visits: 3 }
    expect(valueAt(bodyOf(setAt(event, 'context.traits', traits)), `${profile}.attributes.properties`)).toEqual(traits)
  })
})

describe.each(KINDS.filter(({ type }) => type !== 'identify'))('$type: the event', ({ type, event }) => {
  it.each(EVENT_ROWS.map((row) => [row[0], row[1], row] as const))('%s comes from %j', (field, _sources, row) => {
    expectRow(row, event, `data.attributes.${field}`)
  })

  it('types and the name of the metric', () => {
    const body = bodyOf(event)
    expect(valueAt(body, 'data.type')).toBe('event')
    expect(valueAt(body, 'data.attributes.metric.data')).toEqual({
      type: 'metric',
      attributes: { name: type === 'track' ? 'Seat Reserved' : 'Seat Map' },
    })
  })

  it('properties without the seven, at the top level only', () => {
    const seven = {
      email: 'x@y.z',
      phone: '+1',
      revenue: 1,
      total: 2,
      value: 3,
      value_currency: 'SEK',
      currency: 'USD',
    }
    const kept = { row: 7, nested: seven, event: 'kept' }
    expect(valueAt(bodyOf({ ...event, properties: { ...seven, ...kept } }), 'data.attributes.properties')).toEqual(kept)
  })
})

describe('group: the subscription', () => {
  const event = {
    type: 'group',
    groupId: 'XUepkK',
    traits: { subscribe: true },
    context: { traits: { email: 'a@shop.test', phone: '+12345578900', consent: ['email'] } },
  }
  const member = 'data.attributes.profiles.data.0'

  it('has the types, the list and the consent of the document', () => {
    expect(bodyOf(setAt(event, 'traits.custom_source', 'Checkout'))).toEqual({
      data: {
        type: 'profile-subscription-bulk-create-job',
        attributes: {
          custom_source: 'Checkout',
          profiles: {
            data: [
              {
                type: 'profile',
                attributes: {
                  email: 'a@shop.test',
                  phone_number: '+12345578900',
                  subscriptions: { email: { marketing: { consent: 'SUBSCRIBED' } } },
                },
              },
            ],
          },
        },
        relationships: { list: { data: { type: 'list', id: 'XUepkK' } } },
      },
    })
  })

  it('takes the profile id from context.externalId', () => {
    expect(valueAt(bodyOf(setAt(event, PROFILE_ID, 'some_id')), `${member}.id`)).toBe('some_id')
  })

  it.each(['email', 'sms'])('subscribes to %s alone when the consent says so', (channel) => {
    const subscriptions = valueAt(
      bodyOf(setAt(event, 'context.traits.consent', [channel])),
      `${member}.attributes.subscriptions`,
    )
    expect(subscriptions).toEqual({ [channel]: { marketing: { consent: 'SUBSCRIBED' } } })
  })
})
