import type { JsonObject } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { asObject } from './as-object.ts'
import { consent, profileBody, subscribeBody, unsubscribeBody } from './testing/bodies.ts'
import { type Client, createClient, dataOf } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const SUBSCRIBE = '/api/profile-subscription-bulk-create-jobs'
const UNSUBSCRIBE = '/api/profile-subscription-bulk-delete-jobs'
const SUPPRESS = '/api/profile-suppression-bulk-create-jobs'
const EMAIL = 'ana@example.com'
const PHONE = '+15005550006'
const BOTH = { email: EMAIL, phone_number: PHONE, subscriptions: consent(['email', 'sms'], 'SUBSCRIBED') }

const consentOf = async (client: Client) => (await client.rows('/sandbox/profiles')).map((row) => row['consent'])
const listsOf = async (client: Client) => (await client.rows('/sandbox/profiles')).map(({ lists }) => lists)

describe.each(['2024-06-15', '2026-07-15'] as const)('consent in %s', (revision) => {
  it('subscribes the named channels, puts the profile on the list and answers empty', async () => {
    const client = createClient(revision)
    const profile = { email: EMAIL, phone_number: PHONE, subscriptions: consent(['email'], 'SUBSCRIBED') }
    const reply = await client.post(SUBSCRIBE, subscribeBody([profile], 'XUepkK'))
    expect([reply.status, reply.body]).toEqual([202, {}])
    expect(await client.rows('/sandbox/lists/XUepkK')).toMatchObject([
      {
        email: EMAIL,
        phone_number: PHONE,
        consent: { email: 'SUBSCRIBED', sms: 'NEVER_SUBSCRIBED' },
        lists: ['XUepkK'],
      },
    ])
  })

  it('unsubscribes a member of the list from the named channel and from that list alone', async () => {
    const client = createClient(revision)
    await client.post(SUBSCRIBE, subscribeBody([BOTH], 'A'))
    await client.post(SUBSCRIBE, subscribeBody([BOTH], 'B'))
    const reply = await client.post(UNSUBSCRIBE, unsubscribeBody(revision, { email: EMAIL }, 'A'))
    expect([reply.status, reply.body]).toEqual([202, {}])
    expect(await consentOf(client)).toEqual([{ email: 'UNSUBSCRIBED', sms: 'SUBSCRIBED' }])
    expect(await listsOf(client)).toEqual([['B']])
  })

  it('unsubscribes a profile that is not on the list globally', async () => {
    const client = createClient(revision)
    await client.post(SUBSCRIBE, subscribeBody([BOTH], 'A'))
    await client.post(UNSUBSCRIBE, unsubscribeBody(revision, { email: EMAIL }, 'never-seen'))
    expect(await consentOf(client)).toEqual([{ email: 'UNSUBSCRIBED', sms: 'UNSUBSCRIBED' }])
    expect(await listsOf(client)).toEqual([[]])
  })

  it('acts globally when the same unsubscribe comes twice', async () => {
    const client = createClient(revision)
    await client.post(SUBSCRIBE, subscribeBody([BOTH], 'A'))
    await client.post(SUBSCRIBE, subscribeBody([BOTH], 'B'))
    const body = unsubscribeBody(revision, { email: EMAIL }, 'A')
    await client.post(UNSUBSCRIBE, body)
    await client.post(UNSUBSCRIBE, body)
    expect(await consentOf(client)).toEqual([{ email: 'UNSUBSCRIBED', sms: 'UNSUBSCRIBED' }])
    expect(await listsOf(client)).toEqual([[]])
  })

  it('remembers an unsubscribe of somebody new', async () => {
    const client = createClient(revision)
    await client.post(UNSUBSCRIBE, unsubscribeBody(revision, { phone_number: PHONE }))
    expect(await client.rows('/sandbox/profiles')).toMatchObject([
      { phone_number: PHONE, consent: { email: 'NEVER_SUBSCRIBED', sms: 'UNSUBSCRIBED' } },
    ])
  })

  it('gives each channel to the owner of its identifier', async () => {
    const client = createClient(revision)
    await client.post('/api/profile-import', profileBody({ email: EMAIL }))
    await client.post('/api/profile-import', profileBody({ phone_number: PHONE }))
    await client.post(SUBSCRIBE, subscribeBody([BOTH], 'A'))
    expect(await client.rows('/sandbox/lists/A')).toMatchObject([
      { email: EMAIL, consent: { email: 'SUBSCRIBED', sms: 'NEVER_SUBSCRIBED' } },
      { phone_number: PHONE, consent: { email: 'NEVER_SUBSCRIBED', sms: 'SUBSCRIBED' } },
    ])
  })

  it('suppresses by email, and a subscription lifts it', async () => {
    const client = createClient(revision)
    const profiles = { data: [{ type: 'profile', attributes: { email: EMAIL } }] }
    const body = { data: { type: 'profile-suppression-bulk-create-job', attributes: { profiles } } }
    expect((await client.post(SUPPRESS, body)).status).toBe(202)
    await client.sandbox.idle()
    const reads = `/api/profiles?additional-fields[profile]=subscriptions`
    const marketing = async () => {
      const { subscriptions } = asObject(dataOf(await client.get(reads))[0]?.['attributes'])
      return asObject(asObject(subscriptions)['email'])['marketing']
    }
    expect(await marketing()).toMatchObject({
      can_receive_email_marketing: false,
      suppression: [{ reason: 'USER_SUPPRESSED' }],
    })
    await client.post(SUBSCRIBE, subscribeBody([BOTH]))
    expect(await marketing()).toMatchObject({
      can_receive_email_marketing: true,
      suppression: [],
      consent: 'SUBSCRIBED',
    })
  })
})

it('consents to every channel whose identifier is given when 2024-06-15 names none', async () => {
  const client = createClient('2024-06-15')
  await client.post(SUBSCRIBE, subscribeBody([{ email: EMAIL, phone_number: PHONE }]))
  expect(await consentOf(client)).toEqual([{ email: 'SUBSCRIBED', sms: 'SUBSCRIBED' }])
})

it('keeps the time of old consent, and only of a historical import', async () => {
  const consented = { consented_at: '2020-02-03T04:05:06Z' }
  const profile = { email: EMAIL, subscriptions: consent(['email'], 'SUBSCRIBED', consented) }
  const times = []
  for (const historical_import of [true, false]) {
    const client = createClient('2026-07-15', { clock: stillClock(Date.UTC(2026, 6, 15)) })
    await client.post(SUBSCRIBE, subscribeBody([profile], 'A', { historical_import }))
    const [read] = dataOf(await client.get('/api/profiles?additional-fields[profile]=subscriptions'))
    times.push(/"consent_timestamp":"([^"]+)"/.exec(JSON.stringify(read))?.[1])
  }
  expect(times).toEqual(['2020-02-03T04:05:06+00:00', '2026-07-15T00:00:00+00:00'])
})

it('takes consent to open tracking without a time in a historical import, and no time that is none', async () => {
  const client = createClient('2026-07-15')
  const marketing = { consent: 'SUBSCRIBED', consented_at: '2020-12-31T23:59:60Z' }
  const send = (email: JsonObject) =>
    client.post(
      SUBSCRIBE,
      subscribeBody([{ email: EMAIL, subscriptions: { email } }], 'A', { historical_import: true }),
    )
  expect((await send({ open_tracking: { consent: 'SUBSCRIBED' } })).status).toBe(202)
  expect((await send({ marketing })).status).toBe(400)
})

it('knows the channels of 2026-07-15', async () => {
  const client = createClient('2026-07-15')
  const subscriptions = {
    whatsapp: { marketing: { consent: 'SUBSCRIBED' } },
    sms: { transactional: { consent: 'SUBSCRIBED' } },
    email: { open_tracking: { consent: 'SUBSCRIBED' } },
  }
  await client.post(SUBSCRIBE, subscribeBody([{ email: EMAIL, phone_number: PHONE, subscriptions }]))
  expect(await consentOf(client)).toEqual([
    {
      email: 'NEVER_SUBSCRIBED',
      sms: 'NEVER_SUBSCRIBED',
      'whatsapp.marketing': 'SUBSCRIBED',
      'sms.transactional': 'SUBSCRIBED',
      'email.open_tracking': 'SUBSCRIBED',
    },
  ])
  expect((await client.get('/api/profiles?additional-fields[profile]=subscriptions')).status).toBe(200)
})
