import type { Sandbox } from '@rudder-klaviyo/sandbox'
import { describe, expect, it } from 'vitest'
import { readCases } from '../support/case-file.ts'
import { sentCalls } from './checks/sent-calls.ts'
import { deliverEvents } from './harness.ts'

const EMAIL = (number: number) => `p${number}@shop.test`
const revision = '2024-06-15'
const range = (count: number) => Array.from({ length: count }, (_nothing, index) => index)

const track = (number: number) => ({
  type: 'track',
  messageId: `m-${number}`,
  event: 'Order Completed',
  context: { traits: { email: EMAIL(number) } },
})
const identify = (number: number, traits: object = {}) => ({
  type: 'identify',
  messageId: `m-${number}`,
  traits: { email: EMAIL(number), ...traits },
})
const join = (number: number, subscribe = true) => ({
  type: 'group',
  messageId: `m-${number}`,
  groupId: 'ListA',
  traits: { subscribe, consent: ['email'] },
  context: { traits: { email: EMAIL(number) } },
})

/** Calls Klaviyo before the stream, as another program of the account. */
const callBefore =
  (...bodies: readonly object[]) =>
  async (sandbox: Sandbox) => {
    for (const attributes of bodies) {
      await sandbox.fetch(
        new Request('http://klaviyo.test/api/profile-import', {
          method: 'POST',
          headers: { authorization: 'Klaviyo-API-Key other', revision, 'content-type': 'application/json' },
          body: JSON.stringify({ data: { type: 'profile', attributes } }),
        }),
      )
    }
  }

it('every report of these kinds is a test here', () => {
  const kinds = ['deliver', 'batch', 'order']
  const ids = readCases('public-reports.jsonl').flatMap(({ id, kind = '' }) => (kinds.includes(kind) ? [id] : []))
  expect(ids).toEqual(['R21', 'R23', 'R25', 'R27', 'R29', 'R31'])
})

describe('R21: one bad member of a bulk call harms only itself', () => {
  const kinds = { track, identify, join }
  const rows = (['track', 'identify', 'join'] as const).flatMap((kind) =>
    [[50, 17] as const, [2, 0] as const, [120, 119] as const].flatMap(([count, victim]) =>
      [true, false].map((pointer) => ({ kind, count, victim, pointer })),
    ),
  )
  it.each(rows)('$kind: $victim of $count, pointer $pointer', async ({ kind, count, victim, pointer }) => {
    const events = range(count).map((number) => kinds[kind](number))
    const faults = [{ kind: 'refuse' as const, match: `"${EMAIL(victim)}"`, pointer }]
    const { settlements, exchanges, state } = await deliverEvents(events, { revision, sandbox: { faults } })
    const good = await deliverEvents(events, { revision })
    const told = settlements.map(({ status }) => status)
    expect(told).toEqual(events.map((_event, index) => (index === victim ? 'rejected' : 'delivered')))
    expect(settlements[victim]).toMatchObject({
      error: { errors: [{ detail: 'This value is not accepted, as it was asked for.' }] },
    })
    expect(state.profiles).toHaveLength(count - 1)
    // By halving it takes some more; a pointer says at once who it is.
    const more = exchanges.length - good.exchanges.length
    expect(more).toBeLessThanOrEqual(pointer ? 2 : 2 * Math.ceil(Math.log2(count)) + 2)
  })
})

describe('R23: a 429 pauses its operation for as long as Klaviyo says', () => {
  const rows = [track, identify, join].flatMap((make, index) => [
    { kind: ['track', 'identify', 'join'][index], make, count: 20, waitS: 4 },
    { kind: ['track', 'identify', 'join'][index], make, count: 120, waitS: 30 },
  ])
  it.each(rows)('$kind: $count events, $waitS s', async ({ make, count, waitS }) => {
    const faults = [{ kind: 'throttle' as const, count: 1, retryAfterSeconds: waitS }]
    const events = range(count).map((number) => make(number))
    const { settlements, exchanges } = await deliverEvents(events, {
      revision,
      sandbox: { faults },
      klaviyo: { maxAttempts: 1 },
    })
    expect(settlements.every(({ status }) => status === 'delivered')).toBe(true)
    const refused = exchanges.find(({ status }) => status === 429)
    const pausedMs = refused?.endedMs ?? Infinity
    const early = exchanges.filter(
      ({ path, beganMs }) => path === refused?.path && beganMs >= pausedMs && beganMs < pausedMs + waitS * 1_000,
    )
    expect(early).toEqual([])
  })
})

describe('R25: a clash of identifiers updates the stronger profile and says so', () => {
  const phone = '+12025550188'
  const rows = [
    {
      pair: [{ email: 'gus@example.org' }, { phone_number: phone }],
      traits: { email: 'gus@example.org', phone },
      loses: 'phone_number',
    },
    {
      pair: [{ external_id: 'u-1' }, { email: 'gus@example.org' }],
      traits: { userId: 'u-1', email: 'gus@example.org' },
      loses: 'email',
    },
    {
      pair: [{ external_id: 'u-1' }, { phone_number: phone }],
      traits: { userId: 'u-1', phone },
      loses: 'phone_number',
    },
  ]
  it.each(rows)('$loses is left out', async ({ pair, traits, loses }) => {
    const { settlements, exchanges, state } = await deliverEvents(
      [{ type: 'identify', messageId: 'rep-25', traits: { ...traits, title: 'Baker' } }],
      { revision, before: callBefore(...pair) },
    )
    expect(settlements).toMatchObject([{ status: 'delivered', warnings: [{ code: 'IDENTIFIER_CLASH', path: loses }] }])
    expect(state.profiles).toHaveLength(2)
    const [stronger, other] = pair.map((who) =>
      state.profiles.find((profile) =>
        Object.entries(who).every(([name, value]) => Reflect.get(profile.who, name) === value),
      ),
    )
    expect(stronger?.fields).toEqual({ title: 'Baker' })
    expect(other?.fields).toEqual({})
    expect(exchanges.length).toBeLessThanOrEqual(3)
  })
})

describe('R27: a key without the scope is no verdict on events', () => {
  const faults = [{ kind: 'forbidden' as const, seconds: 5, scope: 'events:write' }]
  it('rejects none', async () => {
    const { settlements } = await deliverEvents(
      range(10).map((number) => track(number)),
      { revision, sandbox: { faults } },
    )
    expect(settlements.map(({ status }) => status)).not.toContain('rejected')
    expect(settlements).toHaveLength(10)
  })
})

describe('R29: few profiles go one by one, many in bulk, and nothing is cleared', () => {
  const kindsOf = async (events: readonly unknown[]) => {
    const { exchanges, settlements } = await deliverEvents(events, { revision })
    expect(settlements.every(({ status }) => status === 'delivered')).toBe(true)
    expect(exchanges.filter(({ body }) => JSON.stringify(body).includes('null'))).toEqual([])
    return sentCalls(exchanges.filter(({ status }) => status !== 429)).filter(({ kind }) => kind !== 'read')
  }
  it.each([1, 2, 100])('%i profiles: single imports', async (count) => {
    const calls = await kindsOf(range(count).map((number) => identify(number, { title: null, plan: null })))
    expect(calls.map(({ kind }) => kind)).toEqual(range(count).map(() => 'import'))
  })
  it.each([101, 2_000])('%i profiles: bulk jobs, but for the one that unsets', async (count) => {
    const unset = { ...identify(7), integrations: { Klaviyo: { fieldsToUnset: ['plan'] } } }
    const events = range(count + 1).map((number) => (number === 7 ? unset : identify(number, { title: null })))
    const calls = await kindsOf(events)
    const single = calls.filter(({ kind }) => kind === 'import')
    expect(single.map(({ entries }) => entries.map(({ keys }) => keys))).toEqual([[[`email:${EMAIL(7)}`]]])
    expect(calls.filter(({ kind }) => kind === 'bulk import').flatMap(({ entries }) => entries)).toHaveLength(count)
  })
})

describe('R31: changes of consent of one person keep their order', () => {
  const GAP_MS = 10_000
  const changes = (others: number) => {
    const decisions = [true, false, true].map((subscribe, index) => ({
      ...join(0, subscribe),
      messageId: `ren-${index}`,
    }))
    const between = range(others).map((number) => join(number + 1))
    const third = Math.floor(others / 2)
    return [decisions[0], ...between.slice(0, third), decisions[1], ...between.slice(third), decisions[2]]
  }
  it.each([0, 1, 40, 250])('with %i other people between', async (others) => {
    const { exchanges, state } = await deliverEvents(changes(others), { revision })
    const sent = sentCalls(exchanges).filter(({ entries }) =>
      entries.some(({ keys }) => keys.includes(`email:${EMAIL(0)}`)),
    )
    expect(sent.map(({ kind }) => kind)).toEqual(['subscribe', 'unsubscribe', 'subscribe'])
    const gaps = sent.slice(1).map(({ exchange }, index) => exchange.beganMs - (sent[index]?.exchange.endedMs ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_MS)
    expect(state.profiles.find(({ who }) => who.email === EMAIL(0))?.consent).toMatchObject({ email: 'SUBSCRIBED' })
  })
  it('warns that a second subscribe within 30 minutes may be ignored', async () => {
    const { settlements, state } = await deliverEvents(changes(40), {
      revision,
      sandbox: { switches: { resubscribeWithin30MinutesIgnored: true } },
    })
    expect(state.profiles.find(({ who }) => who.email === EMAIL(0))?.consent).toMatchObject({ email: 'UNSUBSCRIBED' })
    const last = settlements.at(-1)
    expect(last?.status).toBe('delivered')
    expect(last?.warnings.map(({ code }) => String(code))).toContain('RESUBSCRIBE_MAY_BE_IGNORED')
  })
})
