import { expect, it } from 'vitest'
import { createKlaviyo } from '@rudder-klaviyo/sdk'
import { mappingRows } from '@rudder-klaviyo/sdk/stages'

const klaviyo = createKlaviyo()
const everybody = {
  userId: 'u',
  anonymousId: 'a',
  email: 'e@x.co',
  phone: '+12345578900',
  _kx: 'k',
  klaviyoProfileId: '01H',
}
const everything = {
  firstName: 'A',
  lastName: 'B',
  title: 'Baker',
  organization: 'Bakery',
  image: 'https://example.com/a.png',
  address: { street: '1 Main St', city: 'C', region: 'R', country: 'US', zip: '24103', timezone: 'America/Chicago' },
  custom: true,
}
const where = { ip: '203.0.113.7', location: { latitude: 1, longitude: 2 } }
const builders = {
  identify: klaviyo
    .identify(everybody)
    .traits(everything)
    .context(where)
    .subscribe({ listId: 'L', consent: ['sms'] }),
  track: klaviyo
    .track('Order')
    .user(everybody)
    .traits(everything)
    .context(where)
    .properties({ a: 1 })
    .revenue(30, 'USD')
    .timestamp(new Date(0)),
  screen: klaviyo.screen('Cart').user(everybody).traits(everything).context(where).timestamp(new Date(0)),
  group: klaviyo
    .group('L')
    .user(everybody)
    .subscribe({ consent: ['sms'], customSource: 'Checkout' }),
}

// A screen has no value in a builder: `revenue` is a step of `track`; a property of that name is read all the same.
const BY_PROPERTY = new Set(['data.attributes.value', 'data.attributes.value_currency'])
const isField = (to: string, as: string) =>
  !as.startsWith('"') && !/custom properties|event properties/.test(as) && to !== ''

const rows = mappingRows.flatMap(({ types, to, as }) =>
  types.filter(() => isField(to, as)).map((type) => ({ type, to })),
)

it.each(rows.filter(({ type, to }) => type !== 'screen' || !BY_PROPERTY.has(to)))(
  '$type can set $to',
  ({ type, to }) => {
    const winners = klaviyo.explain(builders[type] as unknown).fields.filter(({ source }) => source !== undefined)
    // explain has the path within the request of a subscription for what the page of the mapping shows under identify.
    const shown = winners.map((field) => field.to.replace('data.attributes.profiles.data[0]', 'member'))
    expect(shown).toContain(to.replace('data.attributes.profiles.data[0]', 'member'))
  },
)

it('there are rows to hold the builders against', () => {
  expect(rows.length).toBeGreaterThan(60)
})
