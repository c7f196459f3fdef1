import type { Json, JsonObject } from '@rudder-klaviyo/sdk'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  bulkEventsBody,
  bulkImportBody,
  consent,
  eventBody,
  profileBody,
  subscribeBody,
  unsubscribeBody,
} from './testing/bodies.ts'
import { createClient } from './testing/client.ts'

const PERSON = {
  email: 'ana@example.com',
  phone_number: '+15005550006',
  external_id: 'u1',
  location: { city: 'Porto' },
}
const SUBSCRIBER = { email: 'ana@example.com', subscriptions: consent(['email'], 'SUBSCRIBED') }
const JOB = { data: [{ type: 'profile', attributes: { email: 'ana@example.com' } }] }
const REVISIONS = ['2024-06-15', '2026-07-15'] as const

/** A good body of every operation that takes one. */
const GOOD = (revision: (typeof REVISIONS)[number]): readonly [string, JsonObject][] => [
  ['/api/profile-import', profileBody(PERSON, { meta: { patch_properties: { append: { a: 1 }, unset: 'b' } } })],
  ['/api/profiles', profileBody(PERSON)],
  ['/api/profile-bulk-import-jobs', bulkImportBody([PERSON, { email: 'ben@example.com' }], ['L'])],
  [
    '/api/events',
    eventBody({ unique_id: '1', value: 2, time: '2026-01-01T00:00:00Z', properties: { a: [1] } }, PERSON),
  ],
  ['/api/event-bulk-create-jobs', bulkEventsBody([{ profile: PERSON, events: [{ unique_id: '1' }, { value: 2 }] }])],
  ['/api/profile-subscription-bulk-create-jobs', subscribeBody([SUBSCRIBER], 'L')],
  ['/api/profile-subscription-bulk-delete-jobs', unsubscribeBody(revision, { email: 'ana@example.com' }, 'L')],
  [
    '/api/profile-suppression-bulk-create-jobs',
    { data: { type: 'profile-suppression-bulk-create-job', attributes: { profiles: JOB } } },
  ],
  [
    '/api/profile-suppression-bulk-delete-jobs',
    { data: { type: 'profile-suppression-bulk-delete-job', attributes: { profiles: JOB } } },
  ],
  [
    '/api/data-privacy-deletion-jobs',
    {
      data: {
        type: 'data-privacy-deletion-job',
        attributes: { profile: { data: { type: 'profile', attributes: { email: 'ana@example.com' } } } },
      },
    },
  ],
  ['/api/lists', { data: { type: 'list', attributes: { name: 'News' } } }],
]

const requests = fc.constantFrom(...REVISIONS).chain((revision) =>
  fc.constantFrom(...GOOD(revision)).chain(([path, body]) =>
    fc.record({
      revision: fc.constant(revision),
      path: fc.constant(path),
      body: fc.oneof(fc.constant(body), fc.jsonValue({ maxDepth: 4 }), damaged(body)),
    }),
  ),
)

/** The body with one of its values, at any depth, replaced or left out. */
function damaged(body: Json): fc.Arbitrary<Json> {
  const places = placesOf(body)
  return fc
    .record({ place: fc.constantFrom(...places), value: fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }) })
    .map(({ place, value }) => replaced(body, place, value as Json | undefined)) // as: fast-check's JSON is our JSON
}

const isBranch = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null

const placesOf = (value: Json | undefined): string[][] =>
  isBranch(value)
    ? Object.entries(value).flatMap(([key, member]) => [[key], ...placesOf(member).map((place) => [key, ...place])])
    : []

function replaced(value: Json | undefined, [key, ...rest]: readonly string[], next: Json | undefined): Json {
  if (key === undefined || !isBranch(value)) return next ?? null
  const entries = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
    if (name !== key) return [[name, member ?? null]]
    if (rest.length > 0) return [[name, replaced(member, rest, next)]]
    return next === undefined ? [] : [[name, next]]
  })
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries)
}

it('takes every good body', async () => {
  for (const revision of REVISIONS) {
    for (const [path, body] of GOOD(revision)) {
      expect([path, (await createClient(revision).post(path, body)).status]).toEqual([path, expect.toSatisfy(isTaken)])
    }
  }
})

it('takes a body or names the place that is wrong, and a refused body leaves nothing behind', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ revision, path, body }) => {
      const client = createClient(revision)
      const reply = await client.post(path, body)
      await client.sandbox.idle()
      if (isTaken(reply.status)) return
      expect(reply.status).toBeOneOf([400, 404])
      expect(reply.sources.length).toBeGreaterThan(0)
      for (const source of reply.sources) expect(source).toMatch(/^\//)
      expect(await client.rows('/sandbox/profiles')).toEqual([])
      expect(await client.rows('/sandbox/events')).toEqual([])
    }),
    { numRuns: 400 },
  )
})

function isTaken(status: number): boolean {
  return status >= 200 && status < 300
}
