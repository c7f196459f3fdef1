/**
 * Where the value of each row of the mapping stands in a reading. Numbers, because a store by a number costs least, and
 * this happens for every trait of every event.
 */
export const PLACES = {
  email: 0,
  phone_number: 1,
  external_id: 2,
  anonymous_id: 3,
  _kx: 4,
  first_name: 5,
  last_name: 6,
  title: 7,
  organization: 8,
  image: 9,
  'location.address1': 10,
  'location.city': 11,
  'location.country': 12,
  'location.region': 13,
  'location.zip': 14,
  'location.timezone': 15,
  'location.ip': 16,
  'location.longitude': 17,
  'location.latitude': 18,
  subscribe: 19,
  listId: 20,
  consent: 21,
  custom_source: 22,
  time: 23,
  value: 24,
  value_currency: 25,
  unique_id: 26,
} as const satisfies Record<string, number>

/** How many places there are. */
export const PLACE_COUNT = 27
