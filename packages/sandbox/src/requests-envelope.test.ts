import { profileBody } from './testing/bodies.ts'
import { type RequestRow, describeRequests } from './testing/describe-requests.ts'

const EMAIL = 'ana@example.com'
const IMPORT = '/api/profile-import'
const EVENTS = '/api/events'

// What Klaviyo demands of every request, by its documents and the pages on authentication, revisions and errors.
const ROWS: readonly RequestRow[] = [
  { title: 'no key', path: EVENTS, headers: { authorization: '' }, status: 401, at: [null] },
  { title: 'a blank key', path: EVENTS, headers: { authorization: 'Klaviyo-API-Key ' }, status: 401, at: [null] },
  { title: 'an OAuth token', path: EVENTS, headers: { authorization: 'Bearer t' }, status: 200 },
  { title: 'an unknown revision', path: EVENTS, headers: { revision: '2023-02-22' }, status: 400, at: ['revision'] },
  { title: 'an unknown path', path: '/api/nothing', status: 404, at: [null] },
  { title: 'an empty path value', path: '/api/lists//profiles', status: 404, at: [null] },
  { title: 'a wrong method', method: 'PUT', path: EVENTS, body: {}, status: 405, at: [null] },
  { title: 'a trailing slash', path: '/api/events/', status: 200 },
  {
    title: 'another content type',
    method: 'POST',
    path: EVENTS,
    body: 'a=b',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    status: 415,
    at: [null],
  },
  {
    title: 'the JSON:API content type',
    method: 'POST',
    path: IMPORT,
    body: profileBody({ email: EMAIL }),
    headers: { 'content-type': 'application/vnd.api+json; charset=utf-8' },
    status: 201,
  },
  { title: 'no JSON', method: 'POST', path: EVENTS, body: '{', status: 400, at: ['/data'] },
  { title: 'no body', method: 'POST', path: EVENTS, body: '', status: 400, at: ['/data'] },
  { title: 'a body that is a list', method: 'POST', path: EVENTS, body: [], status: 400, at: ['/data'] },
  { title: 'an unknown parameter', path: '/api/profiles?filtre=x', status: 400, at: ['filtre'] },
  { title: 'a page size that is too large', path: '/api/profiles?page[size]=101', status: 400, at: ['page[size]'] },
  { title: 'a page size that is no number', path: '/api/profiles?page[size]=ten', status: 400, at: ['page[size]'] },
  { title: 'a cursor from elsewhere', path: '/api/profiles?page[cursor]=abc', status: 400, at: ['page[cursor]'] },
  { title: 'a sort that does not exist', path: '/api/profiles?sort=shoe_size', status: 400, at: ['sort'] },
  { title: 'a filter that is none', path: '/api/profiles?filter=email=x', status: 400, at: ['filter'] },
  {
    title: 'a filter on another field',
    path: '/api/profiles?filter=equals(shoe_size,"3")',
    status: 400,
    at: ['filter'],
  },
  {
    title: 'a filter with another operator',
    path: '/api/profiles?filter=contains(email,"a")',
    status: 400,
    at: ['filter'],
  },
]

describeRequests(ROWS)
