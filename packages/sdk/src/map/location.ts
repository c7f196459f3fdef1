import type { FieldRow } from './mapping-table.ts'

/** A field of `address`, then the flat trait of the same name, which the samples of the document carry. */
const addressThenFlat = (key: string) => [
  `context.traits.address.${key}`,
  `traits.address.${key}`,
  `context.traits.${key}`,
  `traits.${key}`,
]

/** The location of a Klaviyo profile. */
export const LOCATION_ROWS: readonly FieldRow<'string'>[] = [
  {
    to: 'location.address1',
    from: [
      'traits.street',
      'traits.address.street',
      'context.traits.street',
      'context.traits.address.street',
      'properties.street',
    ],
    as: 'string',
  },
  { to: 'location.city', from: addressThenFlat('city'), as: 'string' },
  { to: 'location.country', from: addressThenFlat('country'), as: 'string' },
  {
    to: 'location.region',
    // `state` is RudderStack's own name inside `address`; a flat `state` may mean anything and stays a custom property.
    from: [...addressThenFlat('region'), 'context.traits.address.state', 'traits.address.state'],
    as: 'string',
  },
  {
    to: 'location.zip',
    from: [
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
    as: 'string',
  },
  { to: 'location.timezone', from: addressThenFlat('timezone'), as: 'string' },
  { to: 'location.ip', from: ['context.ip'], as: 'string' },
  { to: 'location.longitude', from: ['context.address.longitude', 'context.location.longitude'], as: 'string' },
  { to: 'location.latitude', from: ['context.address.latitude', 'context.location.latitude'], as: 'string' },
]
