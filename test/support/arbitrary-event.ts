import type { JsonObject } from '@rudder-klaviyo/sdk'
import fc from 'fast-check'

/** Any JSON value, small enough to run often. */
export const anyJson = fc.jsonValue({ maxDepth: 4 })

/** A value that some field takes, or that none does. */
const anyValue = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'a@shop.test',
      '+12345578900',
      'Alex',
      '7.25',
      'usd',
      'true',
      ' ',
      '',
      '2024-06-15T12:00:00.000Z',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(0, 1.5, true, false, null, 'https://img.test/1.png') },
  { weight: 2, arbitrary: anyJson },
)

const records = (keys: readonly string[]) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.record(Object.fromEntries(keys.map((key) => [key, anyValue])), { requiredKeys: [] }) },
    { weight: 1, arbitrary: anyJson },
  )

const ADDRESS = records(['street', 'city', 'region', 'state', 'country', 'zip', 'timezone', 'floor'])
const CONTROLS = fc.record(
  {
    subscribe: fc.constantFrom<unknown>(true, false, 'true', 'maybe', null),
    listId: fc.constantFrom<unknown>('XUepkK', 7, null, {}),
    consent: fc.constantFrom<unknown>(['email'], ['email', 'sms'], 'sms', [], ['push'], null, true),
    other: anyValue,
  },
  { requiredKeys: [] },
)
const TRAIT_KEYS = [
  'email',
  'phone',
  'userId',
  'anonymousId',
  '_kx',
  'firstName',
  'last_name',
  'title',
  'organization',
  'image',
  'zip',
  'city',
  'consent',
  'plan',
  'constructor',
  '__proto__',
]
const TRAITS = fc
  .tuple(records(TRAIT_KEYS), fc.option(ADDRESS), fc.option(CONTROLS))
  .map(([traits, address, properties]) =>
    typeof traits === 'object' && traits !== null && !Array.isArray(traits)
      ? { ...traits, ...(address === null ? {} : { address }), ...(properties === null ? {} : { properties }) }
      : traits,
  )
const PROPERTIES = records([
  'email',
  'phone',
  'revenue',
  'total',
  'value',
  'currency',
  'value_currency',
  'zip',
  'row',
  'seat',
])
const CONTEXT = fc.record(
  {
    traits: TRAITS,
    ip: anyValue,
    address: records(['latitude', 'longitude']),
    location: records(['latitude', 'longitude']),
    externalId: fc.oneof(fc.constant([{ type: 'klaviyo-profileId', id: '01HTOVE5' }]), anyJson),
  },
  { requiredKeys: [] },
)

/** An object that looks like a RudderStack event, with values that are often not what they should be. */
export const arbitraryEvent: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      type: fc.constantFrom('identify', 'track', 'group', 'screen', 'page', 'Identify', 'alias'),
      messageId: anyValue,
      userId: anyValue,
      anonymousId: anyValue,
      event: anyValue,
      name: anyValue,
      groupId: anyValue,
      timestamp: anyValue,
      originalTimestamp: anyValue,
      traits: fc.oneof(TRAITS, fc.constantFrom({ subscribe: true }, { subscribe: 'false', custom_source: 'Checkout' })),
      context: fc.oneof({ weight: 9, arbitrary: CONTEXT }, { weight: 1, arbitrary: anyJson }),
      properties: PROPERTIES,
      integrations: fc.constantFrom<unknown>(
        { Klaviyo: false },
        { All: false },
        { klaviyo: { fieldsToAppend: ['plan'], fieldsToUnset: 'x' } },
        'no',
        null,
      ),
    },
    { requiredKeys: ['type'] },
  )
  // The values above are JSON; fc.record with unknown members cannot say so.
  .map((event) => JSON.parse(JSON.stringify(event)) as JsonObject)

/** Options that change how an event is mapped. */
export const arbitraryOptions = fc.record(
  {
    revision: fc.constantFrom('2024-06-15', '2026-07-15'),
    listId: fc.constant('HouseList'),
    consent: fc.constantFrom(['email'], ['sms'], ['email', 'sms'], []),
    flattenProperties: fc.boolean(),
    enforceEmailAsPrimary: fc.boolean(),
    defaultCountry: fc.constantFrom('US', 'SE'),
    pageAsTrack: fc.boolean(),
    historicalImport: fc.boolean(),
    backfill: fc.boolean(),
    events: fc.constantFrom({ allow: ['Alex'] }, { deny: ['Alex'] }),
  },
  { requiredKeys: [] },
)
