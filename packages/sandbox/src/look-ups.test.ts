import { describe, expect, it } from 'vitest'
import { asObject } from './as-object.ts'
import { profileBody, subscribeBody } from './testing/bodies.ts'
import { type Reply, createClient, dataOf } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const emailsOf = (reply: Reply) => dataOf(reply).map(({ attributes }) => asObject(attributes)['email'])

/** Three people, of whom two are on the list. */
async function withPeople(revision: '2024-06-15' | '2026-07-15') {
  let nowMs = Date.UTC(2026, 0, 1)
  const client = createClient(revision, { clock: { ...stillClock(), now: () => (nowMs += 60_000) } })
  const people = [
    { email: 'Ana@example.com', external_id: 'u 1', phone_number: '+15005550001' },
    { email: 'ben@example.com', external_id: 'u"2', _kx: 'k2' },
    { email: 'cyd@example.com' },
  ]
  for (const person of people) await client.post('/api/profile-import', profileBody(person))
  const subscriptions = { email: { marketing: { consent: 'SUBSCRIBED' } } }
  const members = ['cyd@example.com', 'ana@example.com'].map((email) => ({ email, subscriptions }))
  await client.post('/api/profile-subscription-bulk-create-jobs', subscribeBody(members, 'L'))
  return client
}

describe.each(['2024-06-15', '2026-07-15'] as const)('looking up profiles in %s', (revision) => {
  it.each([
    ['equals(email,"ana@EXAMPLE.com")', ['ana@example.com']],
    ['any(external_id,["u 1","u\\"2","none"])', ['ana@example.com', 'ben@example.com']],
    ['any(phone_number,["+15005550001"])', ['ana@example.com']],
    ['equals(_kx,"k2")', ['ben@example.com']],
    ['greater-than(created,2030-01-01T00:00:00Z)', []],
    ['equals(subscriptions.email.marketing.suppression.reason,"USER_SUPPRESSED")', []],
  ])('%s', async (filter, expected) => {
    const client = await withPeople(revision)
    const reply = await client.get(`/api/profiles?filter=${encodeURIComponent(filter)}`)
    expect(emailsOf(reply)).toEqual(expected)
  })

  it('finds profiles by id', async () => {
    const client = await withPeople(revision)
    const ids = (await client.rows('/sandbox/profiles')).slice(1).map(({ id }) => id)
    const reply = await client.get(`/api/profiles?filter=any(id,${JSON.stringify(ids)})`)
    expect(emailsOf(reply)).toEqual(['ben@example.com', 'cyd@example.com'])
  })

  it('orders them', async () => {
    const client = await withPeople(revision)
    expect(emailsOf(await client.get('/api/profiles?sort=-email'))).toEqual([
      'cyd@example.com',
      'ben@example.com',
      'ana@example.com',
    ])
    expect(emailsOf(await client.get('/api/profiles?sort=-updated'))[0]).toBe('ana@example.com')
  })

  it('asks a list for its members', async () => {
    const client = await withPeople(revision)
    const path = '/api/lists/L/profiles?filter=any(email,["ANA@example.com","ben@example.com"])'
    expect(emailsOf(await client.get(path))).toEqual(['ana@example.com'])
    expect(emailsOf(await client.get('/api/lists/L/profiles?sort=-joined_group_at'))).toHaveLength(2)
    expect(emailsOf(await client.get('/api/lists/never-seen/profiles'))).toEqual([])
    expect(dataOf(await client.get('/api/lists/L/relationships/profiles'))).toHaveLength(2)
  })

  it('shows only the fields that are asked for', async () => {
    const client = await withPeople(revision)
    const [first] = dataOf(await client.get('/api/profiles?fields[profile]=email,location.city'))
    expect(first?.['attributes']).toEqual({ email: 'ana@example.com', location: { city: null } })
  })
})
