import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import { bulkEventsBody, eventBody } from './testing/bodies.ts'
import { type RequestRow, describeRequests } from './testing/describe-requests.ts'

const EMAIL = 'ana@example.com'
const EVENTS = '/api/events'
const BULK_EVENTS = '/api/event-bulk-create-jobs'
const event = (attributes: JsonObject) => eventBody(attributes, { email: EMAIL })
const nested = (levels: number): Json => (levels === 0 ? 1 : { a: nested(levels - 1) })

// What Klaviyo demands of events.
const ROWS: readonly RequestRow[] = [
  { title: 'an event', method: 'POST', path: EVENTS, body: event({}), status: 202 },
  {
    title: 'an event of nobody',
    method: 'POST',
    path: EVENTS,
    body: eventBody({}, {}),
    status: 400,
    at: ['/data/attributes/profile/data/attributes'],
  },
  {
    title: 'an event with a bad phone number alone',
    method: 'POST',
    path: EVENTS,
    body: eventBody({}, { phone_number: '123' }),
    status: 400,
    at: ['/data/attributes/profile/data/attributes'],
  },
  {
    title: 'an event with a bad email',
    method: 'POST',
    path: EVENTS,
    body: eventBody({}, { email: 'x' }),
    status: 400,
    at: ['/data/attributes/profile/data/attributes/email'],
  },
  {
    title: 'an event of an unknown id',
    method: 'POST',
    path: EVENTS,
    body: event({ profile: { data: { type: 'profile', id: 'none', attributes: {} } } }),
    status: 404,
    at: ['/data/attributes/profile/data/id'],
  },
  {
    title: 'a metric without a name',
    method: 'POST',
    path: EVENTS,
    body: eventBody({}, { email: EMAIL }, ' '),
    status: 400,
    at: ['/data/attributes/metric/data/attributes/name'],
  },
  {
    title: 'a value that is a text',
    method: 'POST',
    path: EVENTS,
    body: event({ value: '3' }),
    status: 400,
    at: ['/data/attributes/value'],
  },
  {
    title: 'a time that is none',
    method: 'POST',
    path: EVENTS,
    body: event({ time: 'yesterday' }),
    status: 400,
    at: ['/data/attributes/time'],
  },
  {
    title: 'a time in the last century',
    method: 'POST',
    path: EVENTS,
    body: event({ time: '1999-12-31T00:00:00Z' }),
    status: 400,
    at: ['/data/attributes/time'],
  },
  {
    title: 'ten levels of properties',
    method: 'POST',
    path: EVENTS,
    body: event({ properties: { a: nested(9) } }),
    status: 202,
  },
  {
    title: 'more than ten levels of properties',
    method: 'POST',
    path: EVENTS,
    body: event({ properties: { a: nested(10) } }),
    status: 400,
    at: [`/data/attributes/properties${'/a'.repeat(10)}`],
  },
  {
    title: 'a text above 100 kB',
    method: 'POST',
    path: EVENTS,
    body: event({ properties: { a: ['x'.repeat(100_001)] } }),
    status: 400,
    at: ['/data/attributes/properties/a/0'],
  },
  {
    title: 'a list above 4000',
    method: 'POST',
    path: EVENTS,
    body: event({ properties: { a: Array.from({ length: 4001 }, () => 1) } }),
    status: 400,
    at: ['/data/attributes/properties/a'],
  },
  {
    title: 'a bad event in bulk',
    method: 'POST',
    path: BULK_EVENTS,
    body: bulkEventsBody([{ profile: { email: EMAIL }, events: [{}, { value: 'x' }] }]),
    status: 400,
    at: ['/data/attributes/events-bulk-create/data/0/attributes/events/data/1/attributes/value'],
  },
  {
    title: 'a bad profile in bulk',
    method: 'POST',
    path: BULK_EVENTS,
    body: bulkEventsBody([
      { profile: { email: EMAIL }, events: [] },
      { profile: {}, events: [{}] },
    ]),
    status: 400,
    at: ['/data/attributes/events-bulk-create/data/1/attributes/profile/data/attributes'],
  },
  {
    title: 'too many events over all entries',
    method: 'POST',
    path: BULK_EVENTS,
    body: bulkEventsBody([
      { profile: { email: EMAIL }, events: Array.from({ length: 600 }, () => ({})) },
      { profile: { email: 'b@example.com' }, events: Array.from({ length: 401 }, () => ({})) },
    ]),
    status: 400,
    at: ['/data/attributes/events-bulk-create'],
  },
]

describeRequests(ROWS)
