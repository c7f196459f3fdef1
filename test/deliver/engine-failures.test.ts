import type { JsonObject } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { createEngineKit, identifies, tracks } from './engine-kit.ts'
import { failed, jobList, profiles, type SeenCall, silence, taken } from './scripted-klaviyo.ts'

const ENTRY = '/data/attributes/events-bulk-create/data'
const sizes = (calls: readonly SeenCall[]) => calls.map(({ ids }) => ids.length)

describe('a bulk call that fails with a 5xx', () => {
  it('is made once more, the same one a second later', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ nth }) =>
          nth === 1 ? failed(503) : undefined,
    )
    await run(tracks(10))
    expect(sizes(klaviyo.calls)).toEqual([10, 10])
    expect(klaviyo.calls.map(({ atMs }) => atMs)).toEqual([0, 1_000])
    expect(klaviyo.calls[1]?.text).toBe(klaviyo.calls[0]?.text)
    expect(statuses().every((status) => status === 'delivered')).toBe(true)
  })

  it('then in halves, until whom it fails on is found; only that one is at fault', async () => {
    const { add, pass, klaviyo, statuses, failureCountOf } = createEngineKit(
      () =>
        ({ ids }) =>
          ids.includes('m-5') ? failed(500) : undefined,
      { maxFailures: 3 },
    )
    add(tracks(8))
    await pass(10_000)
    expect(sizes(klaviyo.of('events'))).toEqual([8, 8, 4, 4, 2, 2])
    expect(failureCountOf('m-5')).toBe(1)
    // From now on it goes by itself, and what is taken of others proves that it is its own fault.
    for (let index = 0; index < 4; index += 1) {
      add([{ type: 'track', event: 'Order', userId: `later-${index}` }])
      await pass(20_000)
    }
    expect(
      statuses()
        .map((status, index) => (status === 'delivered' ? '' : `${index} ${status}`))
        .join(''),
    ).toBe('5 retry')
    expect(failureCountOf('m-5')).toBe(3)
    expect(klaviyo.of('event').filter(({ ids }) => ids.includes('m-5')).length).toBeGreaterThan(2)
  })

  it('by itself, while nothing else is sent, is no fault of its own: it might be an outage', async () => {
    const { add, pass, failureCountOf, outcomesOf } = createEngineKit(() => () => failed(500), { maxFailures: 2 })
    add(tracks(1))
    await pass(600_000)
    expect(failureCountOf('m-0')).toBe(0)
    expect(outcomesOf('m-0').length).toBeGreaterThan(5)
  })

  it('is halved between people: the events of one person stay in order', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind, ids }) =>
          kind === 'events' && ids.length > 3 ? failed(503) : undefined,
    )
    const events: readonly JsonObject[] = ['u', 'u', 'u', 'v', 'w'].map((userId) => ({
      type: 'track',
      event: 'Order',
      userId,
    }))
    await run(events)
    expect(klaviyo.calls.map(({ ids }) => ids.join())).toEqual([
      'm-0,m-1,m-2,m-3,m-4',
      'm-0,m-1,m-2,m-3,m-4',
      'm-0,m-1,m-2',
      'm-3,m-4',
    ])
    expect(statuses().every((status) => status === 'delivered')).toBe(true)
  })
})

describe('an outage', () => {
  it.each([
    { what: 'a 503', kinds: ['events', 'event'], answer: () => failed(503), events: tracks(4) },
    {
      what: 'a 403 that is not JSON:API',
      kinds: ['events', 'event'],
      answer: () => new Response('<html>', { status: 403 }),
      events: tracks(4),
    },
    {
      what: 'a broken connection',
      kinds: ['events', 'event'],
      answer: (): Response => {
        throw new TypeError('fetch failed')
      },
      events: tracks(4),
    },
    { what: 'a 503 of single imports', kinds: ['import'], answer: () => failed(503), events: identifies(4) },
  ])('by $what pauses the operation for longer and longer, and is nobody’s fault', async ({ answer, events }) => {
    const { run, klaviyo, statuses, failureCountOf, outcomesOf } = createEngineKit(
      () =>
        ({ atMs }) =>
          atMs < 600_000 ? answer() : undefined,
      { maxFailures: 1 },
    )
    await run(events)
    expect(statuses().every((status) => status === 'delivered')).toBe(true)
    expect(failureCountOf('m-0')).toBe(0)
    expect(outcomesOf('m-0')[0]).toMatchObject({ status: 'retry', scope: 'operation' })
    // Ten minutes of at most a minute each, and what a bulk call costs before it is given up.
    expect(klaviyo.calls.filter(({ atMs }) => atMs >= 120_000 && atMs < 600_000).length).toBeLessThan(60)
  })

  it('of events leaves imports alone', async () => {
    const { run, klaviyo } = createEngineKit(
      () =>
        ({ kind, atMs }) =>
          kind === 'event' && atMs < 60_000 ? failed(503) : undefined,
    )
    await run([...tracks(1), { type: 'identify', userId: 'v' }])
    expect(klaviyo.of('import').map(({ atMs }) => atMs)).toEqual([0])
  })

  it('of silence is bounded by the time of an attempt', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ nth }) =>
          nth === 1 ? silence() : undefined,
      {
        attemptTimeoutMs: 10_000,
      },
    )
    await run(tracks(3))
    expect(klaviyo.calls.map(({ atMs }) => atMs)).toEqual([0, 11_000])
    expect(statuses()).toEqual(['delivered', 'delivered', 'delivered'])
  })
})

describe('a rate limit', () => {
  it('waits for exactly as long as Klaviyo says, and is nobody’s fault', async () => {
    const { run, klaviyo, outcomesOf, failureCountOf } = createEngineKit(
      () =>
        ({ nth }) =>
          nth === 1 ? failed(429, { headers: { 'retry-after': '17' } }) : undefined,
    )
    await run(tracks(5))
    expect(klaviyo.calls.map(({ atMs }) => atMs)).toEqual([0, 17_000])
    expect(sizes(klaviyo.calls)).toEqual([5, 5])
    expect(outcomesOf('m-0')[0]).toMatchObject({ scope: 'operation', retryAfterMs: 17_000 })
    expect(failureCountOf('m-0')).toBe(0)
  })

  it('pauses its operation only', async () => {
    const { run, klaviyo } = createEngineKit(
      () =>
        ({ kind, nth }) =>
          kind === 'event' && nth === 1 ? failed(429, { headers: { 'retry-after': '60' } }) : undefined,
    )
    await run([...tracks(1), { type: 'identify', userId: 'v' }])
    expect(klaviyo.of('import').map(({ atMs }) => atMs)).toEqual([0])
    expect(klaviyo.of('event').map(({ atMs }) => atMs)).toEqual([0, 60_000])
  })

  it('a new holder waits a second and sends one call per operation before it goes on', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      ({ time }) =>
        async () => {
          await new Promise<void>((resolve) => void time.clock.setTimer(resolve, 500))
          return taken({ 'ratelimit-remaining': '5', 'ratelimit-reset': '60' })
        },
      { isNewHolder: true },
    )
    await run(identifies(10))
    const times = klaviyo.of('import').map(({ atMs }) => atMs)
    expect(times.filter((atMs) => atMs < 1_500)).toEqual([1_000])
    // From the first answer on, what that says is left counts.
    expect(times.filter((atMs) => atMs < 2_500).length).toBeLessThanOrEqual(6)
    expect(statuses().every((status) => status === 'delivered')).toBe(true)
  })
})

describe('a refused key', () => {
  it.each([401, 403])(
    '(%i) pauses the account; one call every 30 s finds out when it is good again',
    async (status) => {
      const { run, klaviyo, statuses, failureCountOf } = createEngineKit(
        () =>
          ({ atMs }) =>
            atMs < 100_000 ? failed(status) : undefined,
      )
      await run([...tracks(3), { type: 'identify', userId: 'v' }])
      const probes = klaviyo.calls.filter(({ atMs }) => atMs > 0 && atMs < 100_000)
      expect(probes.map(({ atMs }) => atMs)).toEqual([30_000, 60_000, 90_000])
      expect(statuses().every((each) => each === 'delivered')).toBe(true)
      expect(failureCountOf('m-0')).toBe(0)
    },
  )
})

describe('a refused bulk call of events', () => {
  it('is traced by pointers: who is to blame is rejected, the others are delivered by one more call', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ ids }) =>
          ids.includes('m-1')
            ? failed(400, { pointers: [`${ENTRY}/1/attributes/events/data/0/attributes/time`] })
            : undefined,
    )
    await run(tracks(3))
    expect(statuses()).toEqual(['delivered', 'rejected', 'delivered'])
    expect(klaviyo.calls.map(({ ids }) => ids.join())).toEqual(['m-0,m-1,m-2', 'm-0,m-2'])
  })

  it.each([
    ['without a pointer', []],
    ['with a pointer to everything', ['/data']],
    ['with a pointer to nobody', [`${ENTRY}/99`, '/data/attributes/events-bulk-create/data']],
  ])('%s is traced by halves', async (_what, pointers) => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ ids }) =>
          ids.includes('m-5') ? failed(400, { pointers }) : undefined,
    )
    await run(tracks(8))
    expect(statuses()).toEqual([...Array.from({ length: 5 }, () => 'delivered'), 'rejected', 'delivered', 'delivered'])
    expect(klaviyo.calls.length).toBeLessThanOrEqual(8)
  })

  it('a profile that several events share is no verdict: each is asked about by itself', async () => {
    const { run, klaviyo, statuses } = createEngineKit(
      () =>
        ({ kind, ids }) =>
          kind === 'events' && ids.includes('m-0')
            ? failed(400, { pointers: [`${ENTRY}/0/attributes/profile/data/attributes/email`] })
            : undefined,
    )
    await run(['u', 'u', 'v'].map((userId) => ({ type: 'track', event: 'Order', userId })))
    expect(statuses()).toEqual(['delivered', 'delivered', 'delivered'])
    expect(klaviyo.of('event').flatMap(({ ids }) => ids)).toEqual(expect.arrayContaining(['m-0', 'm-1']))
  })

  it.each([
    ['taken by the single operation', undefined, 'delivered', []],
    ['known there too', 'unique_id', 'delivered', ['ALREADY_AT_KLAVIYO']],
    ['refused there for something else', 'time', 'rejected', []],
  ])('a `unique_id` that is named is no verdict: %s', async (_what, single, status, warnings) => {
    const { run, statuses, warningsOf, klaviyo } = createEngineKit(() => ({ kind, ids, nth }) => {
      if (kind === 'events' && nth === 1) return failed(503)
      const place = ids.indexOf('m-1')
      if (place === -1) return undefined
      if (kind === 'events')
        return failed(400, { pointers: [`${ENTRY}/${place}/attributes/events/data/0/attributes/unique_id`] })
      return single === undefined ? undefined : failed(400, { pointers: [`/data/attributes/${single}`] })
    })
    await run(tracks(3))
    expect(statuses()).toEqual(['delivered', status, 'delivered'])
    expect(warningsOf('m-1')).toEqual(warnings)
    expect(klaviyo.of('event').map(({ ids }) => ids.join())).toEqual(['m-1'])
  })
})

describe('X-Klaviyo-Partial-Failure', () => {
  it('of a bulk call is a warning for those who have the field only', async () => {
    const { run, warningsOf, statuses } = createEngineKit(
      () => () => taken({ 'x-klaviyo-partial-failure': 'phone_number' }),
    )
    const [first] = tracks(1)
    await run([
      first ?? {},
      { type: 'track', event: 'Order', userId: 'v', context: { traits: { phone: '+12025550188' } } },
    ])
    expect(statuses()).toEqual(['delivered', 'delivered'])
    expect([warningsOf('m-0'), warningsOf('m-1')]).toEqual([[], ['PARTIAL_FAILURE']])
  })
})

it('after a refused request a later success does not count: the next try gets the same verdict first', async () => {
  const { run, klaviyo, outcomesOf, statuses } = createEngineKit(() => ({ kind, atMs }) => {
    if (kind === 'import') return failed(400)
    if (kind === 'list') return profiles({ id: '01', email: 'p0@shop.test' })
    return kind === 'unsubscribe' && atMs < 10_000 ? failed(503) : undefined
  })
  const leave = { subscribe: false, listId: 'L' }
  await run([{ type: 'identify', traits: { email: 'p0@shop.test', properties: leave } }])
  expect(outcomesOf('m-0')[0]).toMatchObject({ status: 'retry', operation: 'unsubscribe_profiles', answeredCount: 0 })
  expect(statuses()).toEqual(['rejected'])
  expect(klaviyo.of('import').length).toBe(outcomesOf('m-0').length)
  expect(klaviyo.of('unsubscribe').length).toBeGreaterThan(1)
})

it('a stopped engine begins no call, and gives back what was not sent', async () => {
  const { time, add, engine, klaviyo, outcomesOf } = createEngineKit(({ time: { clock } }) => async () => {
    await new Promise<void>((resolve) => void clock.setTimer(resolve, 2_000))
    return jobList([])
  })
  add(tracks(2))
  await time.run(async () => {
    await new Promise<void>((resolve) => void time.clock.setTimer(resolve, 1_000))
    add([{ type: 'identify', userId: 'late' }])
    await engine.stop()
  })
  expect(klaviyo.calls).toHaveLength(1)
  expect(time.elapsedMs()).toBe(2_000)
  expect(engine.callsUnderWayCount).toBe(0)
  expect(outcomesOf('m-0').map(({ status }) => status)).toEqual(['delivered'])
  expect(outcomesOf('m-2').every(({ status }) => status === 'retry')).toBe(true)
})
