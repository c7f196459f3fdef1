import { bulkImportBody, profileBody } from './testing/bodies.ts'
import { type RequestRow, describeRequests } from './testing/describe-requests.ts'

const EMAIL = 'ana@example.com'
const MEMBER = '/data/attributes/profiles/data/0'
const IMPORT = '/api/profile-import'
const BULK_IMPORT = '/api/profile-bulk-import-jobs'

// What Klaviyo demands of profiles.
const ROWS: readonly RequestRow[] = [
  { title: 'a new profile', method: 'POST', path: IMPORT, body: profileBody({ email: EMAIL }), status: 201 },
  {
    title: 'no identifier',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ first_name: 'Ana' }),
    status: 400,
    at: ['/data/attributes'],
  },
  {
    title: 'blank and null identifiers',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: null, external_id: ' ' }),
    status: 400,
    at: ['/data/attributes'],
  },
  {
    title: 'an email that is none',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: 'ana' }),
    status: 400,
    at: ['/data/attributes/email'],
  },
  {
    title: 'a phone number without a country',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL, phone_number: '5005550006' }),
    status: 400,
    at: ['/data/attributes/phone_number'],
  },
  {
    title: 'two faults',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL, title: 1, location: { city: 2 } }),
    status: 400,
    at: ['/data/attributes/title', '/data/attributes/location/city'],
  },
  {
    title: 'a field of its own',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL, shoe_size: 41 }),
    status: 400,
    at: ['/data/attributes/shoe_size'],
  },
  {
    title: 'a member with a slash',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL, 'a/b': 1 }),
    status: 400,
    at: ['/data/attributes/a~1b'],
  },
  {
    title: 'a coordinate as an object',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL, location: { latitude: {} } }),
    status: 400,
    at: ['/data/attributes/location/latitude'],
  },
  {
    title: 'another type',
    method: 'POST',
    path: IMPORT,
    body: { data: { type: 'person', attributes: { email: EMAIL } } },
    status: 400,
    at: ['/data/type'],
  },
  {
    title: 'no attributes',
    method: 'POST',
    path: IMPORT,
    body: { data: { type: 'profile' } },
    status: 400,
    at: ['/data/attributes'],
  },
  {
    title: 'an id that does not exist',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL }, { id: 'none' }),
    status: 404,
    at: ['/data/id'],
  },
  {
    title: 'an anonymous id',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ anonymous_id: 'a1' }),
    only: '2024-06-15',
    status: 201,
  },
  {
    title: 'an anonymous id, which is gone',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ anonymous_id: 'a1' }),
    only: '2026-07-15',
    status: 400,
    at: ['/data/attributes/anonymous_id'],
  },
  {
    title: 'one bad member of a bulk import',
    method: 'POST',
    path: BULK_IMPORT,
    body: bulkImportBody([{ email: EMAIL }, { email: 'x' }, {}]),
    status: 400,
    at: ['/data/attributes/profiles/data/1/attributes/email', '/data/attributes/profiles/data/2/attributes'],
  },
  {
    title: 'too many members of a bulk import',
    method: 'POST',
    path: BULK_IMPORT,
    body: bulkImportBody(Array.from({ length: 10_001 }, (_, index) => ({ external_id: String(index) }))),
    status: 400,
    at: ['/data/attributes/profiles/data'],
  },
  {
    title: 'a member of a bulk import that is too large',
    method: 'POST',
    path: BULK_IMPORT,
    body: bulkImportBody([{ email: EMAIL, properties: { text: 'x'.repeat(100_000) } }]),
    only: '2026-07-15',
    status: 400,
    at: [MEMBER],
  },
  {
    title: 'a bulk import above 5 MB',
    method: 'POST',
    path: BULK_IMPORT,
    body: bulkImportBody([{ email: EMAIL, properties: { text: 'ü'.repeat(2_500_000) } }]),
    status: 413,
    at: ['/data'],
  },
  {
    title: 'two identifiers to delete by',
    method: 'POST',
    path: '/api/data-privacy-deletion-jobs',
    body: {
      data: {
        type: 'data-privacy-deletion-job',
        attributes: { profile: { data: { type: 'profile', id: 'x', attributes: { email: EMAIL } } } },
      },
    },
    status: 400,
    at: ['/data/attributes/profile/data'],
  },
  { title: 'a profile that does not exist', path: '/api/profiles/none', status: 404, at: [null] },
]

describeRequests(ROWS)
