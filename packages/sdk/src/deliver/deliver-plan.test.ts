import { describe, expect, it } from 'vitest'
import { createCall } from '../client/call.ts'
import {
  accepted,
  clash,
  imported,
  recordingFetch,
  refused,
  type SentRequest,
} from '../client/testing/recording-fetch.ts'
import { ConfigError } from '../errors/config-error.ts'
import { planEvent } from '../plan/plan-event.ts'
import type { Revision } from '../revision.ts'
import { resolveSettings } from '../validate/settings.ts'
import { createDelivery, type DeliverOptions } from './deliver-plan.ts'

const IMPORT = '/api/profile-import'
const EVENT = '/api/events'
const SUBSCRIBE = '/api/profile-subscription-bulk-create-jobs'
const UNSUBSCRIBE = '/api/profile-subscription-bulk-delete-jobs'
const PROFILES = '/api/profiles'

const signal = new AbortController().signal
const gus = { email: 'gus@example.org', phone: '+12025550188' }
const subscribing = { subscribe: true, consent: ['email', 'sms'], listId: 'XUepkK' }

const identify = (control?: object) => ({
  type: 'identify',
  messageId: 'm-1',
  traits: { ...gus, title: 'Baker', ...(control === undefined ? undefined : { properties: control }) },
})
const track = { type: 'track', messageId: 'm-2', event: 'Signed Up', context: { traits: gus } }
const group = (userId: string) => ({
  type: 'group',
  messageId: 'm-3',
  groupId: 'XUepkK',
  userId,
  traits: { subscribe: true, consent: ['email', 'sms'] },
})

/** What to answer by path; a list is answered in turn. Everything else is taken. */
type Script = Readonly<Record<string, (() => Response) | readonly (() => Response)[]>>

async function deliver(
  event: object,
  script: Script = {},
  { revision = '2024-06-15', ...options }: Partial<DeliverOptions> & { revision?: Revision } = {},
) {
  const counts = new Map<string, number>()
  const answer = ({ url }: SentRequest): Response => {
    const answers = [script[url.pathname] ?? (url.pathname === IMPORT ? imported : accepted)].flat()
    const count = counts.get(url.pathname) ?? 0
    counts.set(url.pathname, count + 1)
    return (answers[Math.min(count, answers.length - 1)] ?? accepted)()
  }
  const { fetch, sent } = recordingFetch(answer)
  const delivery = createDelivery({ call: createCall({ apiKey: 'pk_1', revision, fetch }), revision })
  const outcome = await delivery(planEvent(event, resolveSettings({ revision })), { signal, ...options })
  return { outcome, sent, paths: sent.map(({ url }) => url.pathname) }
}

const codesOf = (outcome: { warnings: readonly { code: string }[] }) => outcome.warnings.map(({ code }) => code)

describe('a plan', () => {
  it.each<{ revision: Revision }>([{ revision: '2024-06-15' }, { revision: '2026-07-15' }])(
    'is sent request by request, the consent last, in $revision',
    async ({ revision }) => {
      const { outcome, paths, sent } = await deliver(identify(subscribing), {}, { revision })
      expect(outcome).toEqual({ status: 'delivered', warnings: [] })
      expect(paths).toEqual([IMPORT, SUBSCRIBE])
      expect(sent.map(({ headers }) => headers.get('revision'))).toEqual([revision, revision])
    },
  )

  it('starts behind what was answered before', async () => {
    const { outcome, paths } = await deliver(identify(subscribing), {}, { answeredCount: 1 })
    expect(outcome.status).toBe('delivered')
    expect(paths).toEqual([SUBSCRIBE])
  })

  it('without requests is delivered without a call', async () => {
    const { outcome, paths } = await deliver({ ...track, integrations: { All: false } })
    expect(outcome).toEqual({ status: 'delivered', warnings: [] })
    expect(paths).toEqual([])
  })

  it('of another revision is not sent', async () => {
    const delivery = createDelivery({ call: () => Promise.reject(new Error('sent')), revision: '2026-07-15' })
    const plan = planEvent(track, resolveSettings({ revision: '2024-06-15' }))
    await expect(delivery(plan, { signal })).rejects.toBeInstanceOf(ConfigError)
  })

  it("ends with the signal's reason and sends nothing more", async () => {
    const controller = new AbortController()
    const stop = () => {
      controller.abort(new Error('closing'))
      return imported()
    }
    await expect(deliver(identify(subscribing), { [IMPORT]: stop }, { signal: controller.signal })).rejects.toThrow(
      /^closing$/,
    )
  })

  it('warns of a field that Klaviyo left out', async () => {
    const partial = () => new Response(null, { status: 202, headers: { 'X-Klaviyo-Partial-Failure': 'phone_number' } })
    const { outcome } = await deliver(track, { [EVENT]: partial })
    expect(outcome).toMatchObject({
      status: 'delivered',
      warnings: [{ code: 'PARTIAL_FAILURE', path: 'phone_number' }],
    })
  })
})

describe('a failure', () => {
  const broken = () => {
    throw new TypeError('fetch failed')
  }
  const later = new Response(null, { status: 429, headers: { 'retry-after': '4' } })
  it.each([
    {
      what: 'a 429',
      answer: () => later.clone(),
      outcome: { status: 'retry', scope: 'operation', retryAfterMs: 4_000 },
    },
    { what: 'a 503', answer: () => refused(503), outcome: { status: 'retry', scope: 'operation' } },
    {
      what: 'a 524 page',
      answer: () => new Response('<html>', { status: 524 }),
      outcome: { status: 'retry', scope: 'operation' },
    },
    { what: 'a broken connection', answer: broken, outcome: { status: 'retry', scope: 'operation' } },
    { what: 'a 401', answer: () => refused(401), outcome: { status: 'retry', scope: 'account' } },
    { what: 'a JSON:API 403', answer: () => refused(403), outcome: { status: 'retry', scope: 'account' } },
    {
      what: 'another 403',
      answer: () => new Response('<html>', { status: 403 }),
      outcome: { status: 'retry', scope: 'operation' },
    },
    { what: 'a 400', answer: () => refused(400), outcome: { status: 'rejected' } },
    { what: 'a 404', answer: () => refused(404), outcome: { status: 'rejected' } },
  ])('by $what: $outcome', async ({ answer, outcome }) => {
    const delivered = await deliver(track, { [EVENT]: answer })
    expect(delivered.outcome).toMatchObject({ ...outcome, operation: 'create_event' })
    expect(delivered.paths).toEqual([EVENT])
  })

  it('behind an answered import goes on behind it', async () => {
    const { outcome } = await deliver(identify(subscribing), { [SUBSCRIBE]: () => refused(503) })
    expect(outcome).toMatchObject({ status: 'retry', operation: 'subscribe_profiles', answeredCount: 1 })
  })

  it('of the import holds back the consent', async () => {
    const { outcome, paths } = await deliver(identify(subscribing), { [IMPORT]: () => refused(503) })
    expect(outcome).toMatchObject({ status: 'retry', operation: 'create_or_update_profile', answeredCount: 0 })
    expect(paths).toEqual([IMPORT])
  })
})

describe('an import that Klaviyo refuses', () => {
  const refusing = { [IMPORT]: () => refused(400) }
  const refusal = { status: 'rejected', operation: 'create_or_update_profile', error: { code: 'REJECTED' } }

  it('takes the subscription with it', async () => {
    const { outcome, paths } = await deliver(identify(subscribing), refusing)
    expect(outcome).toMatchObject(refusal)
    expect(paths).toEqual([IMPORT])
  })

  it('does not keep an unsubscription from going out, and is still said', async () => {
    const { outcome, paths } = await deliver(identify({ subscribe: false, listId: 'XUepkK' }), refusing)
    expect(outcome).toMatchObject(refusal)
    expect(paths).toEqual([IMPORT, UNSUBSCRIBE])
  })

  it('waits for the unsubscription to be answered, and then still counts', async () => {
    const { outcome } = await deliver(identify({ subscribe: false, listId: 'XUepkK' }), {
      ...refusing,
      [UNSUBSCRIBE]: () => refused(503),
    })
    // Nothing is counted as answered, so that the next try gets the verdict on the import again.
    expect(outcome).toMatchObject({ status: 'retry', operation: 'unsubscribe_profiles', answeredCount: 0 })
  })
})

describe('an identifier that belongs to another profile', () => {
  const clashing = { [IMPORT]: [clash, imported] }

  it('is left out of the profile, and the event is delivered with a warning', async () => {
    // Public report R25: the phone is that of another profile.
    const { outcome, sent } = await deliver(identify(), clashing)
    expect(outcome).toMatchObject({
      status: 'delivered',
      warnings: [{ code: 'IDENTIFIER_CLASH', path: 'phone_number' }],
    })
    expect(JSON.stringify(outcome.warnings)).toContain('01OTHER')
    expect(sent.at(-1)?.body).toEqual({ data: { type: 'profile', attributes: { email: gus.email, title: 'Baker' } } })
  })

  it('is left out of the subscription, with the channel that needs it', async () => {
    const { outcome, sent } = await deliver(identify(subscribing), clashing)
    expect(outcome.status).toBe('delivered')
    expect(codesOf(outcome)).toEqual(['IDENTIFIER_CLASH', 'CHANNEL_WITHOUT_IDENTIFIER'])
    expect(sent.at(-1)?.body).toMatchObject({
      data: {
        attributes: {
          profiles: {
            data: [
              {
                type: 'profile',
                attributes: { email: gus.email, subscriptions: { email: { marketing: { consent: 'SUBSCRIBED' } } } },
              },
            ],
          },
        },
      },
    })
    expect(JSON.stringify(sent.at(-1)?.body)).not.toMatch(/sms|phone_number/)
  })

  it('keeps a subscription from being sent that has no channel left', async () => {
    const { outcome, paths } = await deliver(identify({ ...subscribing, consent: ['sms'] }), clashing)
    expect(outcome.status).toBe('delivered')
    expect(codesOf(outcome)).toEqual(['IDENTIFIER_CLASH', 'CHANNEL_WITHOUT_IDENTIFIER'])
    expect(paths).toEqual([IMPORT, IMPORT])
  })

  it('stays in an unsubscription', async () => {
    const { sent } = await deliver(identify({ subscribe: false, listId: 'XUepkK' }), clashing)
    expect(sent.at(-1)?.url.pathname).toBe(UNSUBSCRIBE)
    expect(JSON.stringify(sent.at(-1)?.body)).toContain(gus.phone)
  })

  it('is found again by the next try, so that the subscription still goes without it', async () => {
    const first = await deliver(identify(subscribing), { ...clashing, [SUBSCRIBE]: () => refused(503) })
    expect(first.outcome).toMatchObject({ status: 'retry', answeredCount: 0 })
  })
})

describe('a subscription with a look-up', () => {
  const found = (attributes: Record<string, string | null>) => () =>
    Response.json({ data: [{ type: 'profile', id: '01H', attributes: { external_id: 'u-1', ...attributes } }] })

  it('gets id, email and phone of the profile', async () => {
    const profile = { email: gus.email, phone_number: gus.phone }
    const { outcome, paths, sent } = await deliver(group('u-1'), { [PROFILES]: found(profile) })
    expect(outcome).toEqual({ status: 'delivered', warnings: [] })
    expect(paths).toEqual([PROFILES, SUBSCRIBE])
    expect(sent.at(-1)?.body).toMatchObject({
      data: { attributes: { profiles: { data: [{ type: 'profile', id: '01H', attributes: profile }] } } },
    })
  })

  it('loses the channel that the profile has no identifier for, with a warning', async () => {
    const { outcome, sent } = await deliver(group('u-1'), {
      [PROFILES]: found({ email: gus.email, phone_number: null }),
    })
    expect(outcome).toMatchObject({
      status: 'delivered',
      warnings: [{ code: 'CHANNEL_WITHOUT_IDENTIFIER', path: 'subscriptions.sms' }],
    })
    expect(JSON.stringify(sent.at(-1)?.body)).not.toContain('sms')
  })

  it.each([
    ['no profile', () => Response.json({ data: [] })],
    ['a profile of another user', found({ external_id: 'u-2', email: gus.email })],
    ['a profile without any identifier for a channel', found({})],
  ])('waits when there is %s', async (_what, answer) => {
    const { outcome, paths } = await deliver(group('u-1'), { [PROFILES]: answer })
    expect(outcome).toMatchObject({
      status: 'retry',
      scope: 'event',
      operation: 'get_profiles',
      error: { code: 'PROFILE_NOT_FOUND', retryable: true },
    })
    expect(paths).toEqual([PROFILES])
  })

  it('is rejected with the scope when the key may not read profiles', async () => {
    const { outcome, paths } = await deliver(group('u-1'), {
      [PROFILES]: () => refused(403, { code: 'permission_denied' }),
    })
    expect(outcome).toMatchObject({
      status: 'rejected',
      operation: 'get_profiles',
      error: { status: 403 },
    })
    expect('error' in outcome ? outcome.error.message : '').toContain('profiles:read')
    expect(paths).toEqual([PROFILES])
  })

  it.each([
    ['401', () => refused(401), 'account'],
    ['403 of the network', () => new Response('<html>', { status: 403 }), 'operation'],
    ['429', () => refused(429, {}, { 'retry-after': '2' }), 'operation'],
    ['500', () => refused(500), 'operation'],
  ])('waits when the look-up gets a %s', async (_what, answer, scope) => {
    const { outcome } = await deliver(group('u-1'), { [PROFILES]: answer })
    expect(outcome).toMatchObject({ status: 'retry', scope, operation: 'get_profiles' })
  })
})
