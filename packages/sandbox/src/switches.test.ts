import type { JsonObject, Revision } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import type { Switches } from './switches.ts'
import { bulkEventsBody, consent, eventBody, subscribeBody, unsubscribeBody } from './testing/bodies.ts'
import { type Client, createClient } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const SUBSCRIBE = '/api/profile-subscription-bulk-create-jobs'
const UNSUBSCRIBE = '/api/profile-subscription-bulk-delete-jobs'
const BULK_EVENTS = '/api/event-bulk-create-jobs'
const REVISIONS = ['2024-06-15', '2026-07-15'] as const
const EMAIL = 'ana@example.com'
const ANA = { email: EMAIL, subscriptions: consent(['email'], 'SUBSCRIBED') }

const clientWith = (revision: Revision, switches?: Partial<Switches>) =>
  createClient(revision, { clock: stillClock(), ...(switches === undefined ? {} : { switches }) })
const wait = (client: Client, minutes: number) => client.post('/sandbox/clock', { advanceMs: minutes * 60_000 })
const consentOf = async (client: Client) => (await client.rows('/sandbox/profiles'))[0]?.['consent']

describe.each(REVISIONS)('resubscribeWithin30MinutesIgnored in %s', (revision) => {
  const subscribe = (client: Client, list = 'L') => client.post(SUBSCRIBE, subscribeBody([ANA], list))
  const leave = (client: Client) => client.post(UNSUBSCRIBE, unsubscribeBody(revision, { email: EMAIL }, 'L'))

  it.each([
    { on: false, minutes: 0, email: 'SUBSCRIBED' },
    { on: true, minutes: 0, email: 'UNSUBSCRIBED' },
    { on: true, minutes: 29.9, email: 'UNSUBSCRIBED' },
    { on: true, minutes: 30, email: 'SUBSCRIBED' },
  ])('on: $on, after $minutes minutes and an unsubscribe: $email', async ({ on, minutes, email }) => {
    const client = clientWith(revision, { resubscribeWithin30MinutesIgnored: on })
    await subscribe(client)
    await leave(client)
    await wait(client, minutes)
    expect((await subscribe(client)).status).toBe(202)
    expect(await consentOf(client)).toMatchObject({ email })
  })

  it('counts from the one that was processed, and by list', async () => {
    const client = clientWith(revision, { resubscribeWithin30MinutesIgnored: true })
    await subscribe(client)
    await wait(client, 20)
    await subscribe(client)
    await leave(client)
    await subscribe(client, 'other')
    expect(await client.rows('/sandbox/lists/other')).toHaveLength(1)
    await wait(client, 10)
    await subscribe(client)
    expect(await client.rows('/sandbox/lists/L')).toHaveLength(1)
  })
})

describe('repeatedUniqueIdFailsBulk', () => {
  const at = (entry: number, event: number) =>
    `/data/attributes/events-bulk-create/data/${entry}/attributes/events/data/${event}/attributes/unique_id`
  const one = (unique_id: string, profile: JsonObject = { email: EMAIL }) => ({ profile, events: [{ unique_id }] })

  it.each([
    { title: 'new ids', entries: [one('n1'), one('n2')], sources: [] },
    { title: 'an id that the account has', entries: [one('n1'), one('old')], sources: [at(1, 0)] },
    { title: 'the same under another identifier', entries: [one('old', { external_id: 'u1' })], sources: [at(0, 0)] },
    { title: 'an id of another profile', entries: [one('old', { email: 'ben@example.com' })], sources: [] },
    {
      title: 'twice in one entry',
      entries: [{ profile: { email: 'new@example.com' }, events: [{ unique_id: 'n' }, { unique_id: 'n' }] }],
      sources: [at(0, 1)],
    },
    {
      title: 'twice in two entries of somebody new',
      entries: [one('n', { email: 'new@example.com' }), one('n', { email: 'new@example.com' })],
      sources: [at(1, 0)],
    },
    { title: 'events without one', entries: [{ profile: { email: EMAIL }, events: [{}, {}] }], sources: [] },
  ])('$title', async ({ entries, sources }) => {
    const client = clientWith('2026-07-15', { repeatedUniqueIdFailsBulk: true })
    await client.post('/api/events', eventBody({ unique_id: 'old' }, { email: EMAIL, external_id: 'u1' }))
    const reply = await client.post(BULK_EVENTS, bulkEventsBody(entries))
    expect({ status: reply.status, sources: reply.sources }).toEqual({
      status: sources.length > 0 ? 400 : 202,
      sources,
    })
    const kept = (await client.rows('/sandbox/events')).length
    expect(kept === 1).toBe(sources.length > 0)
  })

  it.each([
    { revision: '2026-07-15', on: false },
    { revision: '2024-06-15', on: true },
  ] as const)('is ignored in $revision with the switch $on', async ({ revision, on }) => {
    const client = clientWith(revision, { repeatedUniqueIdFailsBulk: on })
    const body = bulkEventsBody([one('a'), one('a')])
    expect((await client.post(BULK_EVENTS, body)).status).toBe(202)
    expect((await client.post(BULK_EVENTS, body)).status).toBe(202)
    expect(await client.rows('/sandbox/events')).toHaveLength(1)
  })

  it('is ignored by a single create', async () => {
    const client = clientWith('2026-07-15', { repeatedUniqueIdFailsBulk: true })
    for (let time = 0; time < 2; time += 1) {
      expect((await client.post('/api/events', eventBody({ unique_id: 'a' }, { email: EMAIL }))).status).toBe(202)
    }
    expect(await client.rows('/sandbox/events')).toHaveLength(1)
  })
})

describe.each(REVISIONS)('channelWithoutIdentifierRefused in %s', (revision) => {
  const body = subscribeBody([{ email: EMAIL, subscriptions: consent(['email', 'sms'], 'SUBSCRIBED') }])

  it('refuses such a channel', async () => {
    const reply = await clientWith(revision).post(SUBSCRIBE, body)
    expect([reply.status, reply.sources]).toEqual([400, ['/data/attributes/profiles/data/0/attributes/phone_number']])
  })

  it('passes over it when it is off, and refuses a profile that nothing reaches', async () => {
    const client = clientWith(revision, { channelWithoutIdentifierRefused: false })
    expect((await client.post(SUBSCRIBE, body)).status).toBe(202)
    expect(await consentOf(client)).toEqual({ email: 'SUBSCRIBED', sms: 'NEVER_SUBSCRIBED' })
    const nobody = subscribeBody([{ email: EMAIL, subscriptions: consent(['sms'], 'SUBSCRIBED') }])
    expect((await client.post(SUBSCRIBE, nobody)).status).toBe(400)
  })
})

describe.each(REVISIONS)('unsubscribeOffListIsGlobal in %s', (revision) => {
  it.each([
    { switches: {}, sms: 'UNSUBSCRIBED', lists: [] },
    { switches: { unsubscribeOffListIsGlobal: false }, sms: 'SUBSCRIBED', lists: ['A'] },
  ])('$switches', async ({ switches, sms, lists }) => {
    const client = clientWith(revision, switches)
    const subscriptions = consent(['email', 'sms'], 'SUBSCRIBED')
    await client.post(SUBSCRIBE, subscribeBody([{ email: EMAIL, phone_number: '+15005550006', subscriptions }], 'A'))
    await client.post(UNSUBSCRIBE, unsubscribeBody(revision, { email: EMAIL }, 'B'))
    expect((await client.rows('/sandbox/profiles'))[0]).toMatchObject({
      consent: { email: 'UNSUBSCRIBED', sms },
      lists,
    })
  })
})
