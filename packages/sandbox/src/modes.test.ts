import type { JsonObject } from '@rudder-klaviyo/sdk'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asObject } from './as-object.ts'
import type { SandboxOptions } from './options.ts'
import { bulkEventsBody, consent, eventBody, subscribeBody, unsubscribeBody } from './testing/bodies.ts'
import { type Client, createClient } from './testing/client.ts'
import { stillClock } from './testing/still-clock.ts'

const WITHIN_MS = 8_000
const JOB_MS = 2_000
const ANA = 'ana@example.com'
const SHUFFLED: SandboxOptions = { mode: 'shuffled', jobMs: JOB_MS }

/** A client whose time goes on only by `advance`. */
function clientWith(options: SandboxOptions) {
  const client = createClient('2026-07-15', { clock: stillClock(), ...options })
  const advance = (advanceMs: number) => client.post('/sandbox/clock', { advanceMs })
  return { ...client, advance }
}

/** Appending is the effect that shows how often and in which order it came. */
const appending = (number: number) => ({ patch_properties: { append: { seen: [number] } } })
const seenOf = async (client: Client) => asObject((await client.rows('/sandbox/profiles'))[0]?.['properties'])['seen']
const outstandingOf = async (client: Client) =>
  asObject((await client.get('/sandbox/idle?wait=false')).body['data'])['outstanding']

/** What answers 202 now and takes effect later, each marked with a number. */
const LATER: Readonly<Record<string, (client: Client, number: number) => Promise<{ status: number }>>> = {
  event: (client, number) =>
    client.post('/api/events', eventBody({ unique_id: `e${number}` }, { email: ANA, meta: appending(number) })),
  events: (client, number) => {
    const events = [{ unique_id: `b${number}` }, { unique_id: `c${number}` }]
    const body = bulkEventsBody([{ profile: { email: ANA }, meta: appending(number), events }])
    return client.post('/api/event-bulk-create-jobs', body)
  },
  import: (client, number) => {
    const profile = { type: 'profile', attributes: { email: ANA }, meta: appending(number) }
    const attributes = { profiles: { data: [profile] } }
    return client.post('/api/profile-bulk-import-jobs', { data: { type: 'profile-bulk-import-job', attributes } })
  },
}

const kinds = fc.array(fc.record({ kind: fc.constantFrom(...Object.keys(LATER)), pauseMs: fc.nat(3000) }), {
  minLength: 1,
  maxLength: 12,
})

describe('shuffled', () => {
  it('lets every accepted request take effect exactly once, whatever the seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), kinds, async (seed, requests) => {
        const client = clientWith({ ...SHUFFLED, seed })
        for (const [number, { kind, pauseMs }] of requests.entries()) {
          expect((await LATER[kind]?.(client, number))?.status).toBe(202)
          await client.advance(pauseMs)
        }
        await client.advance(WITHIN_MS)
        expect(await outstandingOf(client)).toBe(0)
        const seen = await seenOf(client)
        expect(Array.isArray(seen) ? seen.toSorted((left, right) => Number(left) - Number(right)) : seen).toEqual(
          requests.map((_, number) => number),
        )
        const ids = requests.flatMap(({ kind }, number) =>
          kind === 'event' ? [`e${number}`] : kind === 'events' ? [`b${number}`, `c${number}`] : [],
        )
        const kept = (await client.rows('/sandbox/events')).map(({ unique_id }) => unique_id)
        expect(kept).toHaveLength(ids.length)
        expect(new Set(kept)).toEqual(new Set(ids))
      }),
      { numRuns: 60 },
    )
  })

  it('does the same for the same seed, and something else for another', async () => {
    const orderOf = async (seed: number) => {
      const client = clientWith({ ...SHUFFLED, seed })
      for (let number = 0; number < 12; number += 1) await LATER['event']?.(client, number)
      await client.advance(WITHIN_MS)
      return seenOf(client)
    }
    const [first, again, other] = [await orderOf(1), await orderOf(1), await orderOf(2)]
    expect(first).toEqual(again)
    expect(first).not.toEqual(other)
    expect(first).not.toEqual(Array.from({ length: 12 }, (_, number) => number))
  })

  it('answers first and has no effect before time goes on', async () => {
    const client = clientWith(SHUFFLED)
    for (const [number, send] of Object.values(LATER).entries()) await send(client, number)
    const subscriptions = consent(['email'], 'SUBSCRIBED')
    await client.post('/api/profile-subscription-bulk-create-jobs', subscribeBody([{ email: ANA, subscriptions }], 'L'))
    expect(await client.rows('/sandbox/profiles')).toEqual([])
    expect(await outstandingOf(client)).toBe(4)
    let isIdle = false
    const idle = client.sandbox.idle().then(() => (isIdle = true))
    await client.advance(1)
    expect(isIdle).toBe(false)
    await client.advance(WITHIN_MS)
    await idle
    expect(await client.rows('/sandbox/lists/L')).toMatchObject([{ email: ANA, consent: { email: 'SUBSCRIBED' } }])
  })

  it('lets what is answered with a verdict take effect at once', async () => {
    const client = clientWith(SHUFFLED)
    const body = { data: { type: 'profile', attributes: { email: ANA } } }
    expect((await client.post('/api/profile-import', body)).status).toBe(201)
    expect(await client.rows('/sandbox/profiles')).toMatchObject([{ email: ANA }])
  })

  it('ends with the newest of two opposite consent changes that are 10 s apart, whatever the seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.boolean(), async (seed, isSubscribedLast) => {
        const client = clientWith({ ...SHUFFLED, seed })
        const subscriptions = consent(['email'], 'SUBSCRIBED')
        const changes: (readonly [string, JsonObject])[] = [
          ['create', subscribeBody([{ email: ANA, subscriptions }], 'L')],
          ['delete', unsubscribeBody('2026-07-15', { email: ANA }, 'L')],
        ]
        for (const [what, body] of isSubscribedLast ? changes.toReversed() : changes) {
          await client.post(`/api/profile-subscription-bulk-${what}-jobs`, body)
          await client.advance(10_000)
        }
        const [profile] = await client.rows('/sandbox/profiles')
        expect(profile).toMatchObject({
          consent: { email: isSubscribedLast ? 'SUBSCRIBED' : 'UNSUBSCRIBED' },
          lists: isSubscribedLast ? ['L'] : [],
        })
      }),
      { numRuns: 30 },
    )
  })

  it('passes over a profile that was deleted before the effect', async () => {
    const client = clientWith(SHUFFLED)
    const made = await client.post('/api/profile-import', { data: { type: 'profile', attributes: { email: ANA } } })
    const { id = null } = asObject(made.body['data'])
    const profile = { data: { type: 'profile', id, attributes: {} } }
    expect((await client.post('/api/events', eventBody({ profile }, {}))).status).toBe(202)
    const gone = { data: { type: 'profile', attributes: { email: ANA } } }
    await client.post('/api/data-privacy-deletion-jobs', {
      data: { type: 'data-privacy-deletion-job', attributes: { profile: gone } },
    })
    await client.advance(WITHIN_MS)
    expect(await outstandingOf(client)).toBe(0)
    expect(await client.rows('/sandbox/events')).toEqual([])
  })

  it('drops what is outstanding when everything is forgotten', async () => {
    const client = clientWith(SHUFFLED)
    await LATER['event']?.(client, 1)
    await client.send('DELETE', '/sandbox')
    await client.advance(WITHIN_MS)
    expect(await client.rows('/sandbox/events')).toEqual([])
    await client.sandbox.idle()
  })
})

it('fifo lets each request take effect before the next is accepted, while its job goes on', async () => {
  const client = clientWith({ jobMs: JOB_MS })
  for (const [number, send] of Object.values(LATER).entries()) {
    await send(client, number)
    expect(await seenOf(client)).toEqual(Array.from({ length: number + 1 }, (_, index) => index))
  }
  expect(await outstandingOf(client)).toBe(1)
})
