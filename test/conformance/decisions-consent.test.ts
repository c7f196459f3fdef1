import type { JsonObject, Plan } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { attributes, codes, group, identify, issuesOf, track } from '../support/planning.ts'
import { valueAt } from '../support/set-at.ts'

// The decisions about consent, and the options of the destination, one row each.

const BOTH = { email: 'a@shop.test', phone: '+12345578900' }
const subscription = (plan: Plan): unknown =>
  valueAt(plan.requests.at(-1)?.body, 'data.attributes.profiles.data.0.attributes.subscriptions')
const channels = (plan: Plan): readonly string[] => Object.keys(subscription(plan) ?? {})
const list = (plan: Plan): unknown => valueAt(plan.requests.at(-1)?.body, 'data.relationships.list.data.id')
const operations = (plan: Plan): readonly string[] => plan.requests.map(({ operation }) => operation)

describe('identify: where consent, list and decision come from', () => {
  const subscribing = (controls: JsonObject, rest: JsonObject = {}) => ({
    traits: { ...BOTH, ...rest, properties: { subscribe: true, listId: 'L', ...controls } },
  })

  it.each<[string, JsonObject, object, readonly string[]]>([
    [
      'traits.properties before context.traits.properties',
      { ...subscribing({ consent: ['email'] }), context: { traits: { properties: { consent: ['sms'] } } } },
      {},
      ['email'],
    ],
    [
      'each field for itself',
      {
        traits: { ...BOTH, properties: { subscribe: true } },
        context: { traits: { properties: { listId: 'L', consent: ['sms'] } } },
      },
      {},
      ['sms'],
    ],
    [
      'then flat context.traits.consent, then traits.consent',
      { ...subscribing({}, { consent: ['sms'] }), context: { traits: { consent: ['email'] } } },
      {},
      ['email'],
    ],
    ['then the destination setting', subscribing({}), { consent: ['sms'] }, ['sms']],
    ['one text is one channel', subscribing({ consent: 'email' }), {}, ['email']],
    ['null is absent', subscribing({ consent: null }), { consent: ['sms'] }, ['sms']],
    ['unknown channels are left out', subscribing({ consent: ['push', 'email', 7] }), {}, ['email']],
  ])('%s', (_name, event, options, expected) => {
    expect(channels(identify(event, options))).toEqual(expected)
  })

  it.each<[string, JsonObject, object, readonly string[]]>([
    [
      '[] is a statement: nobody is subscribed',
      subscribing({ consent: [] }),
      { consent: ['email'] },
      ['NO_CONSENT traits.properties.consent'],
    ],
    [
      'consent that cannot be read is no reason to use the setting',
      subscribing({ consent: true }),
      { consent: ['email'] },
      ['NOT_USABLE traits.properties.consent', 'NO_CONSENT traits.properties.consent'],
    ],
    ['no list', subscribing({ listId: null }), { consent: ['email'] }, ['NO_LIST traits.properties.listId']],
    [
      'a decision that is neither true nor false',
      subscribing({ subscribe: 'yes' }),
      { consent: ['email'] },
      ['NOT_USABLE traits.properties.subscribe'],
    ],
  ])('the profile alone is updated: %s', (_name, event, options, warnings) => {
    const plan = identify(event, options)
    expect(operations(plan)).toEqual(['create_or_update_profile'])
    expect(codes(plan)).toEqual(warnings)
  })

  it.each(['false', false])('%j unsubscribes every usable identifier, whatever the consent says', (subscribe) => {
    const plan = identify(subscribing({ subscribe, consent: ['email'] }))
    expect(operations(plan)).toEqual(['create_or_update_profile', 'unsubscribe_profiles'])
    expect(valueAt(plan.requests[1]?.body, 'data.attributes.profiles.data.0')).toEqual({
      type: 'profile',
      attributes: { email: BOTH.email, phone_number: BOTH.phone },
    })
    expect(codes(plan)).toEqual(['MAY_UNSUBSCRIBE_GLOBALLY '])
  })

  it('an unsubscribe without a list is an error, the setting is one', () => {
    const event = subscribing({ subscribe: false, listId: null })
    expect(issuesOf(() => identify(event))).toEqual(['NO_LIST traits.properties.listId'])
    expect(list(identify(event, { listId: 'House' }))).toBe('House')
  })

  it('track never subscribes, and nothing of the decision leaks', () => {
    const traits = { ...BOTH, properties: { subscribe: true, listId: 'L', consent: ['email'] } }
    const plan = track({ context: { traits } }, { listId: 'House', consent: ['email'] })
    expect(operations(plan)).toEqual(['create_event'])
    expect(JSON.stringify(plan)).not.toMatch(/subscri|listId|consent/)
  })
})

describe('group', () => {
  it.each<[string, JsonObject, object, readonly string[]]>([
    [
      'context.traits.consent before traits.consent',
      { traits: { subscribe: true, consent: ['sms'] }, context: { traits: { ...BOTH, consent: ['email'] } } },
      {},
      ['email'],
    ],
    ['then traits.consent', { traits: { subscribe: true, consent: ['sms'] }, context: { traits: BOTH } }, {}, ['sms']],
    [
      'then traits.properties.consent',
      {
        traits: { subscribe: true, properties: { consent: ['sms'] } },
        context: { traits: { ...BOTH, properties: { consent: ['email'] } } },
      },
      {},
      ['sms'],
    ],
    [
      'a channel without its identifier is left out',
      { context: { traits: { email: BOTH.email, consent: ['email', 'sms'] } } },
      {},
      ['email'],
    ],
  ])('consent: %s', (_name, event, options, expected) => {
    expect(channels(group(event, options))).toEqual(expected)
  })

  it.each<[string, JsonObject, object, readonly string[]]>([
    ['no decision', { traits: {}, context: { traits: BOTH } }, { consent: ['email'] }, ['REQUIRED traits.subscribe']],
    ['no traits', { traits: null, context: { traits: BOTH } }, { consent: ['email'] }, ['REQUIRED traits.subscribe']],
    [
      'a decision of another type',
      { traits: { subscribe: 1 }, context: { traits: BOTH } },
      { consent: ['email'] },
      ['NOT_USABLE traits.subscribe'],
    ],
    [
      'the list of the settings is not read',
      { groupId: null, context: { traits: BOTH } },
      { listId: 'House', consent: ['email'] },
      ['REQUIRED groupId'],
    ],
    [
      '[] is a statement',
      { context: { traits: { ...BOTH, consent: [] } } },
      { consent: ['email'] },
      ['NO_CONSENT context.traits.consent'],
    ],
    ['an anonymous id alone', { anonymousId: 'a-1' }, { consent: ['email'] }, ['NO_IDENTIFIER ']],
    [
      'an unsubscription by user id',
      { userId: 'u-1', traits: { subscribe: false } },
      {},
      ['CANNOT_UNSUBSCRIBE context.traits.email'],
    ],
    [
      'a channel without its identifier, also with a profile id',
      {
        context: {
          externalId: [{ type: 'klaviyo-profileId', id: 'x' }],
          traits: { email: BOTH.email, consent: ['sms'] },
        },
      },
      {},
      ['NO_CONSENT context.traits.consent'],
    ],
  ])('refused: %s', (_name, event, options, issues) => {
    expect(issuesOf(() => group(event, options))).toEqual(issues)
  })

  it('consent that cannot be read is named, also where the settings have one', () => {
    const event = { traits: { subscribe: true, consent: { email: true } }, context: { traits: BOTH } }
    expect(issuesOf(() => group(event, { consent: ['email'] }))).toEqual(['NO_CONSENT traits.consent'])
    expect(() => group(event, { consent: ['email'] })).toThrow('`traits.consent` cannot be read')
  })

  it.each<[string, JsonObject, object]>([
    ['a user id', { userId: 'u-1' }, { lookup: { field: 'external_id', value: 'u-1' } }],
    [
      'a profile id, which is stronger',
      { userId: 'u-1', context: { externalId: [{ type: 'klaviyo-profileId', id: 'x' }] } },
      { lookup: { field: 'id', value: 'x' } },
    ],
  ])('without email and phone the profile is looked up by %s', (_name, event, lookup) => {
    const plan = group(event, { consent: ['email', 'sms'] })
    expect(plan.requests[0]).toMatchObject(lookup)
    expect(channels(plan)).toEqual(['email', 'sms'])
  })

  it('other traits are not sent, and a number is a list', () => {
    const plan = group({ groupId: 42, context: { traits: { ...BOTH, firstName: 'Alex', consent: ['email'] } } })
    expect(operations(plan)).toEqual(['subscribe_profiles'])
    expect(list(plan)).toBe('42')
    expect(JSON.stringify(plan)).not.toContain('Alex')
  })
})

describe('options of the destination', () => {
  it('flattenProperties: objects become dotted keys, lists stay, null is not sent but in event properties', () => {
    const value = { a: { b: { c: 1, d: [{ e: 2 }], n: null }, empty: {} } }
    const flat = { 'a.b.c': 1, 'a.b.d': [{ e: 2 }], 'a.empty': {} }
    const plan = track({ properties: value, context: { traits: value } }, { flattenProperties: true })
    expect(valueAt(attributes(plan), 'properties')).toEqual({ ...flat, 'a.b.n': null })
    expect(valueAt(attributes(plan), 'profile.data.attributes.properties')).toEqual(flat)
  })

  it('enforceEmailAsPrimary: the user id becomes a custom property; without email and phone an error that names both', () => {
    const options = { enforceEmailAsPrimary: true, consent: ['email'] }
    expect(valueAt(attributes(track({ traits: { email: BOTH.email } }, options)), 'profile.data.attributes')).toEqual({
      email: BOTH.email,
      properties: { _id: 'u-1' },
    })
    expect(() => identify({ anonymousId: 'a-1' }, options)).toThrow(/email.*phone/)
    expect(() => group({ userId: 'u-1' }, options)).toThrow(/email.*phone/)
  })

  it('defaultCountry: a phone without country code is read as of this country', () => {
    expect(attributes(identify({ traits: { phone: '070-123 45 67' } }, { defaultCountry: 'SE' }))).toMatchObject({
      phone_number: '+46701234567',
    })
  })

  it('fieldsToUnset, fieldsToAppend and fieldsToUnappend: patched, not also set', () => {
    const traits = { badges: 'gold', tags: ['a'], kept: 1 }
    const integrations = {
      klaviyo: { fieldsToAppend: ['badges', 'absent'], fieldsToUnappend: ['tags'], fieldsToUnset: ['oldPlan'] },
    }
    const patch = { append: { badges: 'gold' }, unappend: { tags: ['a'] }, unset: ['oldPlan'] }
    const identified = identify({ traits, integrations })
    expect(identified.requests[0]?.body).toEqual({
      data: {
        type: 'profile',
        attributes: { external_id: 'u-1', properties: { kept: 1 } },
        meta: { patch_properties: patch },
      },
    })
    expect(codes(identified)).toEqual(['NOT_USABLE integrations.klaviyo.fieldsToAppend'])
    expect(valueAt(attributes(track({ traits, integrations })), 'profile.data.attributes.meta')).toEqual({
      patch_properties: patch,
    })
  })

  it('historicalImport: consent of the past, where the revision has it', () => {
    const event = { timestamp: '2020-01-02T03:04:05.000Z', context: { traits: { ...BOTH, consent: ['email'] } } }
    const options = { historicalImport: true, revision: '2026-07-15' }
    const past = (consented_at: string) => ({ email: { marketing: { consent: 'SUBSCRIBED', consented_at } } })
    expect(attributes(group(event, options))).toMatchObject({ historical_import: true })
    expect(subscription(group(event, options))).toEqual(past('2020-01-02T03:04:05.000Z'))
    const timeless = { ...event, timestamp: null }
    expect(subscription(group(timeless, { ...options, consentedAt: '2019-01-01T00:00:00.000Z' }))).toEqual(
      past('2019-01-01T00:00:00.000Z'),
    )
    expect(issuesOf(() => group(timeless, options))).toEqual(['REQUIRED timestamp'])
    expect(() => group(event, { historicalImport: true })).toThrow('2024-06-15')
  })

  it('backfill: events that start no flows, where the revision has them', () => {
    expect(attributes(track({}, { backfill: true, revision: '2026-07-15' }))).toMatchObject({ backfill: true })
    expect(() => track({}, { backfill: true })).toThrow('2024-06-15')
  })

  it.each<[string, JsonObject, object]>([
    ['integrations.Klaviyo: false', { integrations: { Klaviyo: false } }, {}],
    ['in any case of the key', { integrations: { klaviyo: false } }, {}],
    ['All: false without Klaviyo', { integrations: { All: false } }, {}],
    ['an event that is not allowed', {}, { events: { allow: ['Other'] } }],
    ['an event that is denied', {}, { events: { deny: ['Seat Reserved'] } }],
  ])('an empty plan, with a warning: %s', (_name, event, options) => {
    const plan = track(event, options)
    expect(plan.requests).toEqual([])
    expect(plan.warnings.map(({ code }) => code)).toEqual(['FILTERED'])
  })

  it.each<[string, JsonObject, object]>([
    ['All: false with Klaviyo: true', { integrations: { All: false, Klaviyo: true } }, {}],
    ['an allowed event', {}, { events: { allow: ['Seat Reserved'] } }],
    [
      'a filter of events concerns track events only',
      { type: 'screen', name: 'Seat Map' },
      { events: { allow: ['Other'] } },
    ],
  ])('sent: %s', (_name, event, options) => {
    expect(track(event, options).requests).toHaveLength(1)
  })

  it('2026-07-15 names the channels of an unsubscription, one per identifier', () => {
    const plan = group({ traits: { subscribe: false }, context: { traits: BOTH } }, { revision: '2026-07-15' })
    const unsubscribed = { marketing: { consent: 'UNSUBSCRIBED' } }
    expect(operations(plan)).toEqual(['bulk_unsubscribe_profiles'])
    expect(subscription(plan)).toEqual({ email: unsubscribed, sms: unsubscribed })
  })

  it('limits of Klaviyo are told, and what is over them is sent all the same', () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`k${index}`, index]))
    const plan = track({
      properties: { ...many, deep: JSON.parse(`${'['.repeat(11)}${']'.repeat(11)}`) as JsonObject },
    }) // lists
    expect(codes(plan)).toEqual(['OVER_KLAVIYO_LIMIT properties', 'OVER_KLAVIYO_LIMIT properties'])
    expect(Object.keys(valueAt(attributes(plan), 'properties') as object)).toHaveLength(302)
  })
})
