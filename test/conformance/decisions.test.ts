import type { JsonObject } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { attributes, codes, identify, issuesOf, track } from '../support/planning.ts'
import { valueAt } from '../support/set-at.ts'

// The decisions of the mapping that the cases and the tables of the document leave open, one row each.
// Profile rows name a path below the profile of an identify event; the same code maps the profile of a track event.

describe('values that are brought to the type of their field', () => {
  it.each<[string, JsonObject, unknown]>([
    ['text is trimmed', { title: '  Usher ' }, { title: 'Usher' }],
    ['blank text is absent', { title: '   ' }, {}],
    ['a large number is written out', { title: 1e21 }, { title: '1000000000000000000000' }],
    ['a small number is written out', { title: 1.5e-7 }, { title: '0.00000015' }],
    ['a boolean is no text', { title: true }, {}],
    ['an email keeps its case', { email: 'Tove@Theatre.test' }, { email: 'Tove@Theatre.test' }],
    ['an email has one @', { email: 'a@b@theatre.test' }, {}],
    ['an email has no space', { email: 'to ve@theatre.test' }, {}],
    ['an email has a dot in its domain', { email: 'tove@theatre' }, {}],
    ['a phone of the document has spaces', { phone: '+12 345 578 900' }, { phone_number: '+12345578900' }],
    ['a phone with 00 has no country code', { phone: '0046701234567' }, {}],
    ['a phone as a number has no country code', { phone: 46701234567 }, {}],
    ['a phone may be too short', { phone: '+4670' }, {}],
    ['a phone inside a sentence is a guess', { phone: 'call +46 70 123 45 67 please' }, {}],
    ['an image is an absolute URL', { image: '/tove.jpg' }, {}],
    ['an image is http or https', { image: 'ftp://img.test/tove.jpg' }, {}],
    ['a time zone is any text', { address: { timezone: 'CET' } }, { location: { timezone: 'CET' } }],
    ['null clears nothing', { title: null, visits: null }, {}],
    [
      'custom values stay as they are',
      { a: '', b: 0, c: false, d: [null, { e: null }] },
      { properties: { a: '', b: 0, c: false, d: [null, { e: null }] } },
    ],
    ['a custom key with a dot is one key', { 'a.b': 1 }, { properties: { 'a.b': 1 } }],
    [
      'names that objects inherit are ordinary keys',
      { constructor: 'c', toString: 't' },
      { properties: { constructor: 'c', toString: 't' } },
    ],
    [
      'fields without a row are custom properties',
      { id: 'i', name: 'n', location: 'l', custom_source: 's' },
      { properties: { id: 'i', name: 'n', location: 'l', custom_source: 's' } },
    ],
    [
      'an address that is a text is a custom property',
      { address: 'Götgatan 9' },
      { properties: { address: 'Götgatan 9' } },
    ],
    ['a state inside an address is the region', { address: { state: 'LA' } }, { location: { region: 'LA' } }],
    ['a flat state is a custom property', { state: 'LA' }, { properties: { state: 'LA' } }],
    [
      'latitude inside an address has no row',
      { address: { latitude: 1 } },
      { properties: { address: { latitude: 1 } } },
    ],
    ['anonymousId inside the traits is read', { anonymousId: 'a-1' }, { anonymous_id: 'a-1' }],
    ['flat consent is a source, never a property', { consent: ['email'] }, {}],
    [
      'flat subscribe and listId decide nothing in identify',
      { subscribe: true, listId: 'L' },
      { properties: { subscribe: true, listId: 'L' } },
    ],
    [
      'of properties, the control fields are taken out',
      { properties: { listId: 'L', consent: [], hobby: 'chess' } },
      { properties: { properties: { hobby: 'chess' } } },
    ],
    [
      'a remainder {} is not sent',
      { properties: { listId: 'L' }, address: { city: 'Lund' } },
      { location: { city: 'Lund' } },
    ],
  ])('%s', (_decision, traits, sent) => {
    const expected = { external_id: 'u-1', ...(sent as object) } // each row holds an object
    expect(attributes(identify({ traits }))).toEqual(expected)
    expect(attributes(identify({ context: { traits } }))).toEqual(expected)
  })

  it('of a custom property in both, that of context.traits wins, but null counts as absent', () => {
    const event = { traits: { seat: 'A', row: 1 }, context: { traits: { seat: 'B', row: null } } }
    expect(valueAt(attributes(identify(event)), 'properties')).toEqual({ seat: 'B', row: 1 })
  })

  it.each<[string, unknown, unknown]>([
    ['a number', 7.25, 7.25],
    ['a plain decimal text', '-3', -3],
    ['an empty text', '', undefined],
    ['a word', 'n/a', undefined],
    ['a thousands separator', '2,000', undefined],
    ['a hexadecimal number', '0x1F', undefined],
    ['a boolean', true, undefined],
    ['an object', {}, undefined],
  ])('the value of an event: %s', (_name, revenue, value) => {
    expect(valueAt(attributes(track({ properties: { revenue } as JsonObject })), 'value')).toEqual(value) // JSON above
  })

  it.each<[string, string, string | undefined]>([
    ['the form of every SDK', '2024-02-29T12:00:00.000Z', '2024-02-29T12:00:00.000Z'],
    ['with an offset it stays as it is', '2024-06-15T12:00:00+02:00', '2024-06-15T12:00:00+02:00'],
    ['without an offset it is UTC', '2024-06-15T12:00:00', '2024-06-15T12:00:00.000Z'],
    ['a date alone is its midnight in UTC', '2024-06-15', '2024-06-15T00:00:00.000Z'],
    ['an offset without a colon', '2024-06-15T12:00:00.5+0200', '2024-06-15T10:00:00.500Z'],
    ['a day that the month does not have', '2023-02-29T12:00:00.000Z', undefined],
    ['an hour that no day has', '2024-06-15T25:00:00.000Z', undefined],
    ['no ISO 8601', '15.06.2024', undefined],
  ])('the time of an event: %s', (_name, timestamp, time) => {
    expect(valueAt(attributes(track({ timestamp })), 'time')).toEqual(time)
  })

  it('the currency stands alone, and value_currency comes after currency', () => {
    expect(attributes(track({ properties: { value_currency: 'sek' } }))).toMatchObject({
      value_currency: 'SEK',
      properties: {},
    })
    expect(attributes(track({ properties: { currency: 'EURO', value_currency: 'NOK' } }))).toMatchObject({
      value_currency: 'NOK',
    })
  })

  it('null inside event properties stays', () => {
    expect(valueAt(attributes(track({ properties: { row: null, seat: { number: null } } })), 'properties')).toEqual({
      row: null,
      seat: { number: null },
    })
  })
})

describe('identity', () => {
  const externalId = (...entries: readonly JsonObject[]) => ({ context: { externalId: entries } })

  it.each<[string, JsonObject, string | undefined]>([
    [
      'the first usable entry of our type',
      externalId({ type: 'klaviyo-profileId', id: ' ' }, { type: 'klaviyo-profileId', id: 7 }),
      '7',
    ],
    ['the type is matched exactly', externalId({ type: 'klaviyo-profileid', id: 'x' }), undefined],
    ['a foreign entry is no id', externalId({ type: 'other', id: 'x' }), undefined],
    ['only a list counts', { context: { externalId: { type: 'klaviyo-profileId', id: 'x' } } }, undefined],
  ])('externalId: %s', (_name, event, id) => {
    expect(valueAt(identify(event).requests[0]?.body, 'data.id')).toBe(id)
  })

  it.each<[string, JsonObject]>([
    ['a profile id', { userId: null, ...externalId({ type: 'klaviyo-profileId', id: 'x' }) }],
    ['an email', { userId: null, traits: { email: 'a@shop.test' } }],
    ['a phone', { userId: null, traits: { phone: '+12345578900' } }],
    ['a user id', {}],
    ['_kx', { userId: null, traits: { _kx: 'kx' } }],
    ['an anonymous id', { userId: null, anonymousId: 'a-1' }],
  ])('is enough: %s', (_name, event) => {
    expect(identify(event).requests).toHaveLength(1)
  })

  it('properties.email of a track event belongs to somebody else when the event names its person', () => {
    const properties = { email: 'guest@theatre.test', phone: '+12345578900' }
    expect(valueAt(attributes(track({ properties })), 'profile.data.attributes')).toEqual({ external_id: 'u-1' })
    expect(valueAt(attributes(track({ userId: null, properties })), 'profile.data.attributes')).toEqual({
      email: 'guest@theatre.test',
      phone_number: '+12345578900',
    })
    expect(issuesOf(() => track({ properties }, { enforceEmailAsPrimary: true }))).toEqual(['NO_IDENTIFIER '])
  })

  it('2026-07-15 has no anonymous id: left out with a warning, an error when nothing else is there', () => {
    const options = { revision: '2026-07-15' }
    expect(codes(track({ anonymousId: 'a' }, options))).toEqual(['NOT_IN_REVISION anonymousId'])
    expect(issuesOf(() => track({ userId: null, anonymousId: 'a' }, options))).toEqual(['NOT_IN_REVISION anonymousId'])
    const inTraits = { userId: null, context: { traits: { anonymousId: 'a' } } }
    expect(issuesOf(() => track(inTraits, options))).toEqual(['NOT_IN_REVISION context.traits.anonymousId'])
  })
})

describe('names and types of events', () => {
  it.each<[string, JsonObject, string]>([
    ['a name is trimmed', { event: ' Seat Reserved ' }, 'Seat Reserved'],
    ['ecommerce names stay', { event: 'Product Viewed' }, 'Product Viewed'],
    ['127 characters are the most', { event: 'x'.repeat(127) }, 'x'.repeat(127)],
    ['a screen is named by event first', { type: 'screen', event: 'Seat Map', name: 'Other' }, 'Seat Map'],
    ['the case of the type does not matter', { type: 'Track' }, 'Seat Reserved'],
  ])('%s', (_name, event, name) => {
    expect(valueAt(attributes(track(event)), 'metric.data.attributes.name')).toBe(name)
  })

  it.each<[string, JsonObject, string]>([
    ['128 characters are too many', { event: 'x'.repeat(128) }, 'TOO_LONG event'],
    ['a blank name', { event: ' ' }, 'REQUIRED event'],
    ['a name that is no text', { event: 7 }, 'NOT_USABLE event'],
    ['a screen without a name', { type: 'screen', event: null }, 'REQUIRED name'],
    ['a page', { type: 'page', name: 'Home' }, 'TYPE_NOT_SUPPORTED type'],
    ['an alias', { type: 'alias' }, 'TYPE_NOT_SUPPORTED type'],
    ['no type', { type: null }, 'REQUIRED type'],
  ])('refused: %s', (_name, event, issue) => {
    expect(issuesOf(() => track(event))).toEqual([issue])
  })

  it('a screen whose `event` cannot be a name says so when it is named by `name`', () => {
    const plan = track({ type: 'screen', event: 'x'.repeat(128), name: 'Home' })
    expect(valueAt(attributes(plan), 'metric.data.attributes.name')).toBe('Home')
    expect(codes(plan)).toEqual(['NOT_USABLE event'])
  })

  it('with pageAsTrack a page is an event', () => {
    const name = (event: JsonObject) =>
      valueAt(attributes(track(event, { pageAsTrack: true })), 'metric.data.attributes.name')
    expect([name({ type: 'page', name: 'Home' }), name({ type: 'page' })]).toEqual(['Home', 'Page Viewed'])
    // A name that is there and cannot be one is no reason for the default: two pages would become one metric.
    const issues = ['x'.repeat(128), 7].map((bad) =>
      issuesOf(() => track({ type: 'page', name: bad }, { pageAsTrack: true })),
    )
    expect(issues).toEqual([['TOO_LONG name'], ['NOT_USABLE name']])
  })

  it('a container of the wrong kind costs its content, not the event', () => {
    const plan = identify({
      traits: 'x',
      context: { traits: [], externalId: 'y', location: 3 },
      properties: 7,
      integrations: 'z',
    })
    expect(attributes(plan)).toEqual({ external_id: 'u-1' })
    expect(codes(plan).toSorted()).toEqual(
      ['context.externalId', 'context.location', 'context.traits', 'integrations', 'properties', 'traits'].map(
        (path) => `NOT_USABLE ${path}`,
      ),
    )
  })
})
