import type { JsonObject } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { asObject } from './as-object.ts'
import { eventBody, profileBody } from './testing/bodies.ts'
import { type Client, type Reply, createClient, dataOf, errorsOf, idOf } from './testing/client.ts'

const IMPORT = '/api/profile-import'
const attributesOf = ({ body }: Reply) => asObject(asObject(body['data'])['attributes'])
const importing = (client: Client) => (attributes: JsonObject, more?: JsonObject) =>
  client.post(IMPORT, profileBody(attributes, more))

describe('which profile an import means', () => {
  it.each([
    ['the same email', { email: 'ana@example.com' }, { email: 'ana@example.com' }],
    ['the email in another case', { email: 'ana@example.com' }, { email: 'Ana@Example.com' }],
    ['the same phone number', { phone_number: '+15005550006' }, { phone_number: '+15005550006' }],
    ['the same external id', { external_id: 'u1' }, { external_id: 'u1', email: 'ana@example.com' }],
    ['the same anonymous id', { anonymous_id: 'a1' }, { anonymous_id: 'a1', email: 'ana@example.com' }],
    ['the same exchange id', { _kx: 'k1' }, { _kx: 'k1' }],
    ['email before a new external id', { email: 'ana@example.com' }, { email: 'ana@example.com', external_id: 'u9' }],
  ])('%s is the same profile', async (_, first, second) => {
    const send = importing(createClient('2024-06-15'))
    const [one, two] = [await send(first), await send(second)]
    expect([one.status, two.status]).toEqual([201, 200])
    expect(idOf(two)).toBe(idOf(one))
  })

  it('finds a profile by id and gives it a new email', async () => {
    const client = createClient('2026-07-15')
    const send = importing(client)
    const id = idOf(await send({ email: 'old@example.com' }))
    expect((await send({ email: 'new@example.com' }, { id })).status).toBe(200)
    expect(await client.rows('/sandbox/profiles')).toMatchObject([{ id, email: 'new@example.com' }])
    expect((await send({ email: 'old@example.com' })).status).toBe(201)
  })

  it('does not follow an anonymous id to a person with another email', async () => {
    const client = createClient('2024-06-15')
    const send = importing(client)
    await send({ email: 'ana@example.com', anonymous_id: 'shared' })
    expect((await send({ email: 'ben@example.com', anonymous_id: 'shared' })).status).toBe(201)
    const profiles = await client.rows('/sandbox/profiles')
    expect(profiles.map(({ anonymous_id }) => anonymous_id)).toEqual([null, 'shared'])
  })
})

describe('identifiers of two profiles', () => {
  it.each([
    ['an import', IMPORT],
    ['a creation', '/api/profiles'],
  ])('refuse %s with 409, name the other profile and change nothing', async (_, path) => {
    const client = createClient('2024-06-15')
    await client.post(IMPORT, profileBody({ email: 'ana@example.com' }))
    const ben = idOf(await client.post(IMPORT, profileBody({ phone_number: '+15005550006' })))
    const before = await client.rows('/sandbox/profiles')
    const reply = await client.post(path, profileBody({ email: 'ana@example.com', phone_number: '+15005550006' }))
    expect(reply.status).toBe(409)
    expect(errorsOf(reply)).toMatchObject([{ code: 'duplicate_profile' }])
    expect([ben, idOf(await client.post(IMPORT, profileBody({ email: 'ana@example.com' })))]).toContain(
      asObject(errorsOf(reply)[0]?.['meta'])['duplicate_profile_id'],
    )
    expect((await client.rows('/sandbox/profiles')).map(({ email }) => email)).toEqual(before.map(({ email }) => email))
  })

  it('refuse an update by id', async () => {
    const client = createClient('2026-07-15')
    const ana = idOf(await client.post(IMPORT, profileBody({ email: 'ana@example.com' })))
    const ben = idOf(await client.post(IMPORT, profileBody({ external_id: 'ben' })))
    const reply = await client.send('PATCH', `/api/profiles/${ana}`, profileBody({ external_id: 'ben' }, { id: ana }))
    expect(reply.status).toBe(409)
    expect(errorsOf(reply)[0]).toMatchObject({ meta: { duplicate_profile_id: ben } })
  })

  it('do not refuse an event: the clashing one stays where it is', async () => {
    const client = createClient('2024-06-15')
    await client.post(IMPORT, profileBody({ email: 'ana@example.com' }))
    await client.post(IMPORT, profileBody({ phone_number: '+15005550006' }))
    const body = eventBody({}, { email: 'ana@example.com', phone_number: '+15005550006' })
    expect((await client.post('/api/events', body)).status).toBe(202)
    expect(await client.rows('/sandbox/profiles')).toMatchObject([
      { email: 'ana@example.com', phone_number: null },
      { email: null, phone_number: '+15005550006' },
    ])
  })

  it('refuse to create what exists', async () => {
    const client = createClient('2024-06-15')
    const id = idOf(await client.post('/api/profiles', profileBody({ email: 'ana@example.com' })))
    const reply = await client.post('/api/profiles', profileBody({ email: 'ANA@example.com' }))
    expect(reply.status).toBe(409)
    expect(errorsOf(reply)[0]).toMatchObject({ meta: { duplicate_profile_id: id } })
  })
})

describe('what an import writes', () => {
  const FIRST = {
    email: 'ana@example.com',
    first_name: 'Ana',
    title: 'Dr',
    location: { city: 'Porto', zip: '4000' },
    properties: { plan: 'pro', tags: ['a'] },
  }

  it.each([
    ['leaves what is absent', {}, { first_name: 'Ana', properties: { plan: 'pro', tags: ['a'] } }],
    ['clears a field by null', { title: null }, { title: null, first_name: 'Ana' }],
    ['merges a location by its members', { location: { city: 'Faro' } }, { location: { city: 'Faro', zip: '4000' } }],
    ['clears a member of a location', { location: { zip: null } }, { location: { city: 'Porto', zip: null } }],
    [
      'merges properties by their top keys',
      { properties: { tags: ['b'], n: { x: 1 } } },
      { properties: { plan: 'pro', tags: ['b'], n: { x: 1 } } },
    ],
    ['clears a property by null', { properties: { plan: null } }, { properties: { tags: ['a'] } }],
  ])('%s', async (_, change, expected) => {
    const client = createClient('2026-07-15')
    await client.post(IMPORT, profileBody(FIRST))
    const reply = await client.post(IMPORT, profileBody({ email: 'ana@example.com', ...change }))
    expect(attributesOf(reply)).toMatchObject(expected)
  })

  it('keeps properties apart that the change removes', async () => {
    const client = createClient('2026-07-15')
    await client.post(IMPORT, profileBody(FIRST))
    const reply = await client.post(IMPORT, profileBody({ email: 'ana@example.com', properties: { plan: null } }))
    expect(attributesOf(reply)['properties']).toEqual({ tags: ['a'] })
  })

  it('appends, unappends and unsets', async () => {
    const client = createClient('2024-06-15')
    await client.post(
      IMPORT,
      profileBody({ ...FIRST, properties: { plan: 'pro', tags: ['a', 'b'], one: 1, old: true } }),
    )
    const patch_properties = {
      append: { tags: ['c', 'd'], one: 2, fresh: 'x' },
      unappend: { tags: 'a' },
      unset: ['old'],
    }
    const reply = await client.post(IMPORT, profileBody({ email: 'ana@example.com' }, { meta: { patch_properties } }))
    expect(attributesOf(reply)['properties']).toEqual({ plan: 'pro', tags: ['b', 'c', 'd'], one: [1, 2], fresh: ['x'] })
  })

  it('patches properties that are called like members of every object', async () => {
    const client = createClient('2024-06-15')
    const patch_properties = { append: { constructor: 1 }, unappend: { toString: 'x' } }
    const reply = await client.post(IMPORT, profileBody({ email: 'ana@example.com' }, { meta: { patch_properties } }))
    expect(attributesOf(reply)['properties']).toEqual({ constructor: [1] })
  })

  it('keeps a key like __proto__ as a plain key', async () => {
    const client = createClient('2024-06-15')
    const properties = JSON.parse('{"__proto__":{"polluted":true}}') as JsonObject // as: JSON from a literal
    await client.post(IMPORT, profileBody({ email: 'ana@example.com', properties }))
    const [profile] = await client.rows('/sandbox/profiles')
    expect(JSON.stringify(profile?.['properties'])).toBe('{"__proto__":{"polluted":true}}')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

it('deletes a person with events and memberships', async () => {
  const client = createClient('2024-06-15')
  await client.post('/api/events', eventBody({}, { email: 'ana@example.com' }))
  await client.post('/api/events', eventBody({}, { email: 'ben@example.com' }))
  const profile = { data: { type: 'profile', attributes: { email: 'ana@example.com' } } }
  const reply = await client.post('/api/data-privacy-deletion-jobs', {
    data: { type: 'data-privacy-deletion-job', attributes: { profile } },
  })
  expect([reply.status, reply.body]).toEqual([202, {}])
  expect((await client.rows('/sandbox/profiles')).map(({ email }) => email)).toEqual(['ben@example.com'])
  expect(await client.rows('/sandbox/events')).toHaveLength(1)
  expect(dataOf(await client.get('/api/profiles?filter=equals(email,"ana@example.com")'))).toEqual([])
})
