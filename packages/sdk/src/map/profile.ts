import type { TextCoercion } from './coerce.ts'
import type { FieldRow } from './mapping-table.ts'
import { LOCATION_ROWS } from './location.ts'

/** `context.traits` first: the order of the document for most fields. */
const contextFirst = (...keys: readonly string[]) => [...below('context.traits', keys), ...below('traits', keys)]
/** `traits` first: the order of the document for names. */
const traitsFirst = (...keys: readonly string[]) => [...below('traits', keys), ...below('context.traits', keys)]
const below = (container: string, keys: readonly string[]) => keys.map((key) => `${container}.${key}`)

/** The attributes of a Klaviyo profile. Sources that the document does not list stand last. */
export const PROFILE_ROWS: readonly FieldRow<TextCoercion>[] = [
  { to: 'email', from: contextFirst('email'), lastResort: ['properties.email'], as: 'email' },
  { to: 'phone_number', from: contextFirst('phone'), lastResort: ['properties.phone'], as: 'phone' },
  { to: 'external_id', from: ['userId', ...contextFirst('userId')], as: 'string' },
  {
    to: 'anonymous_id',
    from: ['anonymousId', ...contextFirst('anonymousId')],
    as: 'string',
    revisions: ['2024-06-15'],
  },
  { to: '_kx', from: contextFirst('_kx'), as: 'string' },
  { to: 'first_name', from: traitsFirst('firstName', 'firstname', 'first_name'), as: 'string' },
  { to: 'last_name', from: traitsFirst('lastName', 'lastname', 'last_name'), as: 'string' },
  { to: 'title', from: contextFirst('title'), as: 'string' },
  { to: 'organization', from: contextFirst('organization'), as: 'string' },
  { to: 'image', from: contextFirst('image'), as: 'url' },
  ...LOCATION_ROWS,
]
