import { resolveSettings } from '@rudder-klaviyo/sdk/stages'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openOutbox } from '../outbox/open-outbox.ts'
import { temporaryFolder } from '../outbox/testing/temporary-folder.ts'
import type { AcceptResult, Source } from './acceptance.ts'
import { createAcceptance } from './create-acceptance.ts'

const NOW_MS = Date.UTC(2024, 5, 15, 12)
const NOW = '2024-06-15T12:00:00.000Z'
const SERVER: Source = { name: 'web', account: 'shop', mayChangeConsent: true }
const BROWSER: Source = { ...SERVER, mayChangeConsent: false }

async function open(settings: Record<string, unknown> = {}) {
  const outbox = await openOutbox({ dataDir: await temporaryFolder(), now: () => NOW_MS })
  onTestFinished(() => outbox.close().catch(() => undefined))
  let count = 0
  const accounts = new Map([['shop', { settings: resolveSettings(settings) }]])
  const acceptance = createAcceptance({ outbox, accounts, now: () => NOW_MS, newId: () => `made-${++count}` })
  /** Takes up what was accepted: the rows, and the events as they were kept. */
  const kept = async () => {
    const lease = await outbox.store.takeLease({ account: 'shop', holder: 'test', leaseMs: 5_000 })
    if (lease === undefined) throw new Error('nobody else holds it')
    const rows = await outbox.store.takeUp(lease, 100)
    const bodies = await outbox.store.readBodies(rows.map(({ seq }) => seq))
    // Only JSON objects are ever accepted.
    const events = bodies
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    return { rows, events }
  }
  return { outbox, acceptance, kept }
}

const only = async (results: Promise<readonly AcceptResult[]>): Promise<AcceptResult> => {
  const [result, ...others] = await results
  if (result === undefined || others.length > 0) throw new Error('expected one result')
  return result
}

const track = (parts: object = {}) => ({
  type: 'track',
  event: 'Viewed',
  userId: 'u1',
  messageId: 'm1',
  timestamp: '2024-06-01T00:00:00Z',
  ...parts,
})
const subscribe = {
  type: 'group',
  groupId: 'XUepkK',
  traits: { subscribe: true, consent: ['email'] },
  context: { traits: { email: 'a@example.com' } },
}

describe('acceptance', () => {
  it('keeps the event as it came and says where it stands', async () => {
    const { acceptance, kept } = await open()
    const event = track({ properties: { colour: 'red' }, anything: [1, null] })
    const stored = {
      messageId: 'm1',
      account: 'shop',
      source: 'web',
      type: 'track',
      name: 'Viewed',
      status: 'ACCEPTED',
      acceptedAtMs: NOW_MS,
      attemptCount: 0,
      warnings: [],
    }
    expect(await acceptance.accept(SERVER, [event])).toEqual([
      { kind: 'accepted', messageId: 'm1', duplicate: false, warnings: [], event: stored },
    ])
    expect(await acceptance.status(SERVER, 'm1')).toEqual(stored)
    expect(await acceptance.status({ ...SERVER, name: 'app' }, 'm1')).toBeUndefined()
    expect((await kept()).events).toEqual([event])
  })

  it.each([
    ['none', undefined, 'made-1', 'made-1'],
    ['an empty one', '', 'made-1', 'made-1'],
    ['an object', { id: 1 }, 'made-1', 'made-1'],
    ['a number', 7, '7', 7],
    ['a text', 'm9', 'm9', 'm9'],
  ])('gives a messageId where there is no usable one: %s', async (_, messageId, answered, stored) => {
    const { acceptance, kept } = await open()
    expect(await only(acceptance.accept(SERVER, [track({ messageId })]))).toMatchObject({
      kind: 'accepted',
      messageId: answered,
    })
    expect((await kept()).events).toMatchObject([{ messageId: stored }])
  })

  it.each([
    ['none', {}, { timestamp: NOW }],
    ['an unreadable one', { timestamp: 'yesterday' }, { timestamp: NOW }],
    ['originalTimestamp', { originalTimestamp: '2024-06-02T00:00:00Z' }, { originalTimestamp: '2024-06-02T00:00:00Z' }],
    ['timestamp', { timestamp: '2024-06-01T00:00:00Z' }, { timestamp: '2024-06-01T00:00:00Z' }],
  ])(
    'stamps the time of acceptance on an event without a usable one, since delivery may come later: %s',
    async (_, times, expected) => {
      const { acceptance, kept } = await open()
      await acceptance.accept(SERVER, [{ ...track(), timestamp: undefined, ...times }])
      const [event] = (await kept()).events
      expect(event).toMatchObject(expected)
      expect(Object.hasOwn(event ?? {}, 'timestamp')).toBe('timestamp' in expected)
    },
  )

  it('answers each event for itself, in order, and keeps those that are good', async () => {
    const { acceptance, kept } = await open()
    const results = await acceptance.accept(SERVER, [
      track({ messageId: 'a' }),
      'no event',
      { type: 'track', messageId: 'b', userId: 'u' },
      track({ messageId: 'c' }),
    ])
    expect(results.map(({ kind }) => kind)).toEqual(['accepted', 'invalid', 'invalid', 'accepted'])
    expect(results[2]).toMatchObject({ messageId: 'b', issues: [{ path: 'event', code: 'REQUIRED' }] })
    expect((await kept()).rows).toHaveLength(2)
  })

  it('takes a messageId once, and says when the payload differs', async () => {
    const { acceptance, kept } = await open()
    const first = { ...track({ properties: { a: 1, b: { c: 2, d: 3 } } }), sentAt: '2024-06-01T00:00:00Z' }
    const reordered = { sentAt: '2024-06-01T00:00:09Z', ...track({ properties: { b: { d: 3, c: 2 }, a: 1 } }) }
    await acceptance.accept(SERVER, [first])
    expect(await only(acceptance.accept(SERVER, [reordered]))).toMatchObject({ duplicate: true, warnings: [] })
    const other = await only(acceptance.accept(SERVER, [track({ properties: { a: 2 } })]))
    expect(other).toMatchObject({ duplicate: true, warnings: [{ path: 'messageId', code: 'PAYLOAD_DIFFERS' }] })
    expect((await kept()).events).toEqual([first])
  })

  it('does not take its own stamps for another payload', async () => {
    const { acceptance } = await open()
    const event = { ...track(), timestamp: undefined }
    await acceptance.accept(SERVER, [event])
    expect(await only(acceptance.accept(SERVER, [event]))).toMatchObject({ duplicate: true, warnings: [] })
  })

  it.each([
    ['group', subscribe, 'traits.subscribe'],
    [
      'identify',
      {
        type: 'identify',
        traits: { email: 'a@example.com', properties: { subscribe: true, listId: 'XUepkK', consent: ['email'] } },
      },
      'traits.properties.subscribe',
    ],
  ])('refuses a change of consent by %s from a source that may not, all of it', async (_, event, path) => {
    const { acceptance, kept } = await open()
    const refused = await only(acceptance.accept(BROWSER, [{ ...event, messageId: 'm1' }]))
    expect(refused).toMatchObject({ kind: 'invalid', messageId: 'm1', issues: [{ path, code: 'CONSENT_NOT_ALLOWED' }] })
    expect(await only(acceptance.accept(SERVER, [event]))).toMatchObject({ kind: 'accepted' })
    expect((await kept()).rows).toHaveLength(1)
  })

  it('lets everything else of such a source in', async () => {
    const { acceptance } = await open()
    const results = await acceptance.accept(BROWSER, [
      track(),
      { type: 'identify', userId: 'u1', traits: { email: 'a@example.com' } },
    ])
    expect(results.map(({ kind }) => kind)).toEqual(['accepted', 'accepted'])
  })

  it('settles a filtered event at once, keeping nothing of the person', async () => {
    const { acceptance, kept } = await open({ events: { deny: ['Viewed'] } })
    const result = await only(acceptance.accept(SERVER, [track()]))
    expect(result).toMatchObject({
      kind: 'accepted',
      warnings: [{ code: 'FILTERED' }],
      event: { status: 'FILTERED', name: 'Viewed', settledAtMs: NOW_MS },
    })
    expect(await acceptance.status(SERVER, 'm1')).toMatchObject({
      status: 'FILTERED',
      warnings: [{ code: 'FILTERED' }],
    })
    expect((await kept()).rows).toEqual([])
  })

  it('keeps what the dispatcher needs: keys strongest first, operations, and what is written', async () => {
    const { acceptance, kept } = await open({ listId: 'XUepkK', consent: ['email'] })
    const person = { userId: 'u1', traits: { email: 'Alex@Example.com', phone: '+12345578900' } }
    await acceptance.accept(SERVER, [
      { type: 'identify', ...person },
      { type: 'identify', userId: 'u1', traits: { email: 'Alex@Example.com', properties: { subscribe: true } } },
      { ...subscribe, traits: { subscribe: false } },
      { ...subscribe, userId: 'u2', context: {} },
      track({ anonymousId: 'a1' }),
    ])
    expect((await kept()).rows).toMatchObject([
      { keys: ['e:alex@example.com', 'p:+12345578900', 'x:u1'], ops: 1, writes: 1 },
      { keys: ['e:alex@example.com', 'x:u1'], ops: 5, writes: 3 },
      { keys: ['e:a@example.com'], ops: 8, writes: 4 },
      { keys: ['x:u2'], ops: 4 + 16, writes: 2 },
      { keys: ['x:u1', 'a:a1'], ops: 2, writes: 0 },
    ])
  })

  it('says that the outbox is not there, for each event that it would have kept', async () => {
    const { acceptance, outbox } = await open()
    await outbox.close()
    const results = await acceptance.accept(SERVER, [track({ messageId: undefined }), 'no event', track()])
    expect(results).toMatchObject([
      { kind: 'unavailable', messageId: 'made-1', retryAfterSeconds: 5 },
      { kind: 'invalid' },
      { kind: 'unavailable', messageId: 'm1' },
    ])
  })

  it('answers an event that is nested deeper than anything can read', async () => {
    const { acceptance } = await open()
    let deep: unknown = {}
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep]
    const results = await acceptance.accept(SERVER, [track({ unread: deep }), track({ messageId: 'm2' })])
    expect(results).toMatchObject([{ kind: 'invalid', issues: [{ path: '' }] }, { kind: 'accepted' }])
  })

  it('never throws for an event, whatever it is, and answers each', async () => {
    const { acceptance } = await open()
    const events = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map((value) => ({ ...track(), messageId: value, properties: value, context: value })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(events, { maxLength: 5 }), async (given) => {
        const before = JSON.stringify(given)
        const results = await acceptance.accept(SERVER, given)
        expect(results).toHaveLength(given.length)
        expect(results.every(({ kind }) => kind === 'accepted' || kind === 'invalid')).toBe(true)
        expect(JSON.stringify(given)).toBe(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a caller chose at any length', () => {
  it('a messageId above 256 characters is refused at its path, without being told back', async () => {
    const { acceptance, kept } = await open()
    const results = await acceptance.accept(SERVER, [
      track({ messageId: 'm'.repeat(256) }),
      track({ messageId: 'm'.repeat(257) }),
    ])
    expect(results).toMatchObject([
      { kind: 'accepted' },
      { kind: 'invalid', issues: [{ path: 'messageId', code: 'TOO_LONG' }] },
    ])
    expect(results[1]).not.toHaveProperty('messageId')
    expect(JSON.stringify(results[1])).not.toContain('mmm')
    expect((await kept()).rows).toHaveLength(1)
  })

  it('a user id that is very long is kept as an order key by its digest', async () => {
    const { acceptance, kept } = await open()
    await acceptance.accept(SERVER, [track({ userId: 'u'.repeat(10_000) })])
    const [row] = (await kept()).rows
    expect(row?.keys).toEqual([expect.stringMatching(/^x:#[0-9a-f]{64}$/)])
  })
})
