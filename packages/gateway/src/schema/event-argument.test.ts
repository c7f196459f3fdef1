import type { JsonObject } from '@rudder-klaviyo/sdk'
import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import { describe, expect, it } from 'vitest'
import { eventArgument } from './event-argument.ts'
import type { EventInput } from './event-input.ts'

type Input = typeof EventInput.$inferInput

const settings = resolveSettings({})

/** The bodies that Klaviyo would get. */
function bodiesOf(input: Input): readonly JsonObject[] {
  return planEvent(eventArgument(input, 'event').event, settings).requests.map(({ body }) => body)
}

const profile = (attributes: JsonObject, rest: JsonObject = {}): JsonObject => ({
  data: { type: 'profile', ...rest, attributes },
})

describe('an identify', () => {
  it.each<[what: string, input: Input, body: JsonObject]>([
    [
      'every field in its place',
      {
        identify: {
          userId: 'u-1',
          anonymousId: 'a-1',
          klaviyoProfileId: 'k-1',
          traits: {
            email: 'alex@example.com',
            phone: '+12345578900',
            _kx: 'kx',
            firstName: 'Alex',
            lastName: 'Smith',
            title: 'Owner',
            organization: 'Shop',
            image: 'https://example.com/a.png',
            street: '1 Main St',
            city: 'Chicago',
            region: 'IL',
            country: 'US',
            zip: '60601',
            timezone: 'America/Chicago',
            custom: { plan: 'gold', logins: 7, name: 'Alex S.' },
          },
          context: { ip: '192.0.2.1', location: { latitude: 41.9, longitude: -87.6 } },
        },
      },
      profile(
        {
          email: 'alex@example.com',
          phone_number: '+12345578900',
          external_id: 'u-1',
          anonymous_id: 'a-1',
          _kx: 'kx',
          first_name: 'Alex',
          last_name: 'Smith',
          title: 'Owner',
          organization: 'Shop',
          image: 'https://example.com/a.png',
          location: {
            address1: '1 Main St',
            city: 'Chicago',
            region: 'IL',
            country: 'US',
            zip: '60601',
            timezone: 'America/Chicago',
            ip: '192.0.2.1',
            latitude: '41.9',
            longitude: '-87.6',
          },
          properties: { plan: 'gold', logins: 7, name: 'Alex S.' },
        },
        { id: 'k-1' },
      ),
    ],
    [
      'each field of the address wins over the flat one',
      {
        identify: {
          userId: 'u',
          traits: {
            street: 'flat',
            city: 'flat',
            region: 'flat',
            country: 'flat',
            zip: 'flat',
            timezone: 'flat',
            address: { street: 'own', city: 'own', region: 'own', country: 'own', zip: 'own', timezone: 'own' },
          },
        },
      },
      profile({
        external_id: 'u',
        location: { address1: 'own', city: 'own', region: 'own', country: 'own', zip: 'own', timezone: 'own' },
      }),
    ],
    [
      'a named field wins over the same key of custom, in any of its spellings',
      {
        identify: {
          userId: 'u',
          traits: { firstName: 'Named', zip: '1', custom: { firstName: 'x', first_name: 'y', postalCode: '2' } },
        },
      },
      profile({ external_id: 'u', first_name: 'Named', location: { zip: '1' } }),
    ],
    [
      'a key of custom is read as the field that is not given, or is null',
      {
        identify: { userId: 'u', traits: { firstName: null, custom: { firstName: 'Custom', email: 'c@example.com' } } },
      },
      profile({ external_id: 'u', first_name: 'Custom', email: 'c@example.com' }),
    ],
    [
      'the rest of custom.address survives a given address',
      {
        identify: { userId: 'u', traits: { address: { city: 'Named' }, custom: { address: { city: 'x', floor: 3 } } } },
      },
      profile({ external_id: 'u', location: { city: 'Named' }, properties: { address: { floor: 3 } } }),
    ],
  ])('%s', (_what, input, body) => {
    expect(bodiesOf(input)).toEqual([body])
  })

  it('subscribes by its subscription, which wins over what custom says', () => {
    const bodies = bodiesOf({
      identify: {
        traits: { email: 'a@example.com', custom: { properties: { subscribe: false, listId: 'Other', consent: [] } } },
        subscription: { subscribe: true, listId: 'XUepkK', consent: ['email'] },
      },
    })
    expect(bodies[1]).toMatchObject({
      data: { type: 'profile-subscription-bulk-create-job', relationships: { list: { data: { id: 'XUepkK' } } } },
    })
  })

  it('leaves the consent as it is without a subscription', () => {
    expect(bodiesOf({ identify: { traits: { email: 'a@example.com' } } })).toHaveLength(1)
  })
})

describe('patchProperties', () => {
  const patchOf = (input: Input): unknown => {
    const [body] = planEvent(eventArgument(input, 'event').event, settings).requests.map((request) => request.body)
    return body
  }

  it('appends, takes out and unsets, and its values win over custom', () => {
    const input: Input = {
      identify: {
        userId: 'u',
        traits: { custom: { tags: ['old'], gone: 1, kept: true } },
        patchProperties: { append: { tags: 'new' }, unappend: { sizes: 'S' }, unset: ['gone'] },
      },
    }
    expect(patchOf(input)).toEqual({
      data: {
        type: 'profile',
        attributes: { external_id: 'u', properties: { kept: true } },
        meta: { patch_properties: { append: { tags: 'new' }, unappend: { sizes: 'S' }, unset: ['gone'] } },
      },
    })
  })

  it('never makes an identity of a value', () => {
    const placed = eventArgument(
      { identify: { userId: 'u', patchProperties: { append: { email: 'x@example.com' } } } },
      'event',
    )
    expect(planEvent(placed.event, settings).requests[0]?.body).toEqual(profile({ external_id: 'u' }))
    expect(placed.warnings.map(({ path }) => path)).toEqual(['patchProperties.append.email'])
  })

  it('changes one property in one way, and says what it left out', () => {
    const placed = eventArgument(
      { identify: { userId: 'u', patchProperties: { append: { 'tags.all': 'a' }, unappend: { 'tags.all': 'b' } } } },
      'event',
    )
    expect(placed.event['integrations']).toEqual({ Klaviyo: { fieldsToAppend: ['tags.all'] } })
    expect(placed.warnings.map(({ path }) => path)).toEqual(['patchProperties.unappend."tags.all"'])
  })
})

describe('a track', () => {
  it('takes revenue and currency before those of its properties, which it keeps', () => {
    const [body] = bodiesOf({
      track: {
        event: 'E',
        userId: 'u',
        revenue: 30,
        currency: 'eur',
        properties: { revenue: 1, currency: 'USD', sku: 'A' },
      },
    })
    expect(body).toMatchObject({ data: { attributes: { value: 30, value_currency: 'EUR', properties: { sku: 'A' } } } })
  })

  it('takes those of its properties when it has none of its own', () => {
    const [body] = bodiesOf({
      track: { event: 'E', userId: 'u', revenue: null, properties: { revenue: 1, currency: 'USD' } },
    })
    expect(body).toMatchObject({ data: { attributes: { value: 1, value_currency: 'USD' } } })
  })
})

describe('a lenient object', () => {
  it.each<[path: string, input: Input]>([
    ['properties', { track: { event: 'E', userId: 'u', properties: 'text', revenue: 5 } }],
    ['properties', { screen: { name: 'S', userId: 'u', properties: [1] } }],
    ['traits.custom', { identify: { userId: 'u', traits: { custom: 5 } } }],
    ['patchProperties.append', { track: { event: 'E', userId: 'u', patchProperties: { append: true } } }],
  ])('of another type is left out with a warning at %s', (path, input) => {
    const placed = eventArgument(input, 'event')
    expect(placed.warnings).toMatchObject([{ path, code: 'NOT_USABLE' }])
    expect(planEvent(placed.event, settings).requests).toHaveLength(1)
  })
})

it('__proto__ in custom traits and properties changes nothing', () => {
  const hostile: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"kept":1}')
  const bodies = bodiesOf({ track: { event: 'E', userId: 'u', properties: hostile, traits: { custom: hostile } } })
  expect(JSON.stringify(bodies)).not.toContain('isAdmin')
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
})
