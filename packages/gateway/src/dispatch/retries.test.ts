import { describe, expect, it } from 'vitest'
import { createDispatchKit, type Answer, type DispatchKit } from './testing/dispatch-kit.ts'
import { networkFailure, REPLY } from './testing/replies.ts'
import { track } from './testing/track.ts'

const MINUTE_MS = 60_000
/** A text with this in it, inside of an expected object. */
const text = (part: string): unknown => expect.stringContaining(part)
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const isDead = (kit: DispatchKit, messageId: string) => async () => (await kit.status(messageId))?.status === 'DEAD'
const failing =
  (messageId: string, reply: () => Response = REPLY.serverError): Answer =>
  ({ ids }) =>
    ids.includes(messageId) ? reply() : REPLY.taken()
const lookedUp = {
  type: 'group',
  groupId: 'XUepkK',
  messageId: 'm1',
  userId: 'u1',
  traits: { subscribe: true, consent: ['email'] },
}

describe('a failure of an event', () => {
  it('is tried again, and is said while it lasts', async () => {
    let isUp = false
    const kit = await createDispatchKit({ answer: () => (isUp ? REPLY.taken() : networkFailure()) })
    kit.start()
    await kit.accept(track('m1'))
    await kit.until(async () => (await kit.status('m1'))?.status === 'RETRYING')
    const retrying = await kit.status('m1')
    expect(retrying).toMatchObject({ attemptCount: 0, error: { code: 'NETWORK', operation: 'bulk_create_events' } })
    expect(retrying?.nextAttemptAtMs).toBe((kit.calls[1]?.atMs ?? 0) + 5_000)
    isUp = true
    await kit.done()
    expect(kit.calls[2]?.atMs).toBeGreaterThanOrEqual(retrying?.nextAttemptAtMs ?? Infinity)
    expect((await kit.status('m1'))?.error).toBeUndefined()
  })

  it('makes it a dead letter at once when Klaviyo refuses the event, in the words of Klaviyo', async () => {
    const kit = await createDispatchKit({ answer: failing('bad', REPLY.rejected) })
    kit.start()
    await kit.accept(track('bad', 'u1'))
    await kit.accept(track('next', 'u1'))
    await kit.done()
    expect(await kit.status('bad')).toMatchObject({
      status: 'DEAD',
      attemptCount: 1,
      error: {
        code: 'REJECTED',
        operation: 'create_event',
        status: 400,
        klaviyoErrors: [{ id: 'e1', code: 'invalid', title: 'Invalid', detail: 'In Klaviyo words.', pointer: '/data' }],
      },
    })
    expect(await kit.status('next')).toMatchObject({ status: 'DELIVERED' })
  })

  it('R47: holds nobody else back: hundreds of others pass while it is retried', async () => {
    const kit = await createDispatchKit({ answer: failing('poison') })
    kit.start()
    await kit.accept(track('poison', 'u1'), track('behind', 'u1'), ...names('m', 200).map((name) => track(name)))
    await kit.until(async () => (await kit.outbox.store.countBacklog('shop')) === 2, 30_000)
    const states = await Promise.all(names('m', 200).map((name) => kit.status(name)))
    expect(states.filter((event) => event?.status !== 'DELIVERED')).toEqual([])
    expect(await kit.status('poison')).toMatchObject({ status: 'RETRYING' })
  })

  it('makes it a dead letter after ten while the operation works for others; then the next of the person goes', async () => {
    const kit = await createDispatchKit({ answer: failing('poison') })
    kit.start()
    await kit.accept(track('poison', 'u1'), track('other'))
    await kit.accept(track('behind', 'u1'))
    let count = 0
    await kit.until(async () => {
      if (count++ % 5 === 0) await kit.accept(track(`other ${count}`))
      return (await kit.status('behind'))?.status === 'DELIVERED'
    }, 30 * MINUTE_MS)
    expect(await kit.status('poison')).toMatchObject({
      status: 'DEAD',
      attemptCount: 10,
      error: { code: 'UNAVAILABLE', status: 500 },
    })
  })

  it('is not counted while nothing works for anybody: an outage makes no dead letters', async () => {
    let isUp = false
    const kit = await createDispatchKit({ answer: () => (isUp ? REPLY.taken() : REPLY.serverError()) })
    const dispatcher = kit.start()
    await kit.accept(...names('m', 4).map((name) => track(name)))
    await kit.until(() => kit.calls.length > 20, 180 * MINUTE_MS)
    await kit.until(() => dispatcher.state().pausedOperations.length > 0)
    expect(dispatcher.state().pausedOperations.map(({ reason }) => reason)).toContain('outage')
    expect(await kit.status('m0')).toMatchObject({ status: 'RETRYING', attemptCount: 0 })
    isUp = true
    await kit.done(10 * MINUTE_MS)
    const states = await Promise.all(names('m', 4).map((name) => kit.status(name)))
    expect(states.map((event) => event?.status)).toEqual(Array.from({ length: 4 }, () => 'DELIVERED'))
  })

  it('of a read that an unsubscribe has to wait for is no fault of the event', async () => {
    let isUp = false
    const kit = await createDispatchKit({ answer: () => (isUp ? REPLY.list([]) : REPLY.serverError()) })
    kit.start()
    const context = { traits: { email: 'a@example.com' } }
    await kit.accept({ type: 'group', groupId: 'XUepkK', messageId: 'off', traits: { subscribe: false }, context })
    await kit.until(() => kit.calls.length > 14, 180 * MINUTE_MS)
    expect(kit.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(await kit.status('off')).toMatchObject({ status: 'RETRYING', attemptCount: 0 })
    isUp = true
    await kit.done(10 * MINUTE_MS)
    expect(await kit.status('off')).toMatchObject({ status: 'DELIVERED' })
    expect(kit.calls.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('looks for a profile after 10 s, 30 s and each minute for a quarter of an hour, then gives up', async () => {
    const kit = await createDispatchKit({ answer: () => REPLY.list([]) })
    kit.start()
    await kit.accept(lookedUp)
    await kit.until(isDead(kit, 'm1'), 20 * MINUTE_MS)
    const [first = 0, ...rest] = kit.calls.map(({ atMs }) => atMs)
    const seconds = rest.map((atMs) => Math.round((atMs - first) / 10_000) * 10)
    expect(seconds.slice(0, 4)).toEqual([10, 30, 90, 150])
    expect(seconds.at(-1)).toBeGreaterThan(14 * 60)
    expect(seconds.at(-1)).toBeLessThanOrEqual(15 * 60 + 20)
    expect(await kit.status('m1')).toMatchObject({ error: { code: 'PROFILE_NOT_FOUND' } })
  })

  it('makes a look-up whose scope is missing a dead letter, and health says which', async () => {
    const kit = await createDispatchKit({
      answer: ({ method }) => (method === 'GET' ? REPLY.missingScope() : REPLY.taken()),
    })
    const dispatcher = kit.start()
    await kit.accept(lookedUp, track('m2'))
    await kit.done()
    expect(await kit.status('m1')).toMatchObject({
      status: 'DEAD',
      error: { code: 'NOT_AUTHORIZED', message: text('profiles:read') },
    })
    expect(await kit.status('m2')).toMatchObject({ status: 'DELIVERED' })
    expect(dispatcher.state()).toMatchObject({
      pause: undefined,
      refusedHelpers: [{ helper: 'lookUp', operation: 'get_profiles', missingScopes: ['profiles:read'] }],
    })
  })

  it('keeps the warnings of acceptance and of delivery, each once', async () => {
    const kit = await createDispatchKit({
      answer: (_, earlierCount) => {
        if (earlierCount < 3) return REPLY.serverError()
        return new Response(null, {
          status: 202,
          headers: { 'X-Klaviyo-Partial-Failure': 'invalid field: properties' },
        })
      },
    })
    kit.start()
    await kit.accept({ ...track('m1'), context: { traits: { phone: 'none' } } })
    await kit.done()
    const codes = (await kit.status('m1'))?.warnings.map(({ code }) => code) ?? []
    expect(codes[0]).toBe('PHONE_NOT_USABLE')
    expect(codes).toEqual([...new Set(codes)])
  })
})

describe('a failure of more than an event', () => {
  it('pauses the operation as long as Klaviyo says, and counts for no event', async () => {
    const kit = await createDispatchKit({
      answer: ({ ids, path }, earlierCount) => {
        if (path === '/api/profile-import') return REPLY.imported()
        return ids.includes('m0') && earlierCount === 0 ? REPLY.rateLimited() : REPLY.taken()
      },
    })
    const dispatcher = kit.start()
    await kit.accept(track('m0'), track('m1'), { type: 'identify', messageId: 'profile', userId: 'u9' })
    await kit.until(() => kit.calls.length === 2)
    await kit.settled()
    // Another operation is not concerned.
    expect(kit.sent().toSorted()).toEqual(['m0', 'm1', 'u9'])
    expect(await kit.status('m0')).toMatchObject({
      status: 'RETRYING',
      attemptCount: 0,
      error: { code: 'RATE_LIMITED' },
    })
    const untilMs = (kit.calls.find(({ ids }) => ids.includes('m0'))?.atMs ?? 0) + 7_000
    expect(dispatcher.state().pausedOperations).toEqual([
      { operation: 'bulk_create_events', reason: 'retry-after', untilMs },
    ])
    await kit.done()
    expect(kit.calls).toHaveLength(3)
    expect(kit.calls[2]?.atMs).toBeGreaterThanOrEqual(untilMs)
    expect(await kit.status('m0')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })

  it('pauses the account for a refused key: one real call every 30 s until it is taken, nothing lost', async () => {
    let isKeyRight = false
    const kit = await createDispatchKit({ answer: () => (isKeyRight ? REPLY.taken() : REPLY.refusedKey()) })
    const dispatcher = kit.start()
    await kit.accept(...names('m', 20).map((name) => track(name)))
    await kit.until(() => kit.calls.length === 1)
    const pausedAtMs = kit.clock.now()
    await kit.until(() => kit.calls.length === 4, 2 * MINUTE_MS)
    expect(kit.clock.now() - pausedAtMs).toBeGreaterThanOrEqual(90_000)
    expect(dispatcher.state().pause).toMatchObject({ sinceMs: kit.calls[0]?.atMs, status: 401, missingScopes: [] })
    isKeyRight = true
    await kit.done()
    expect(dispatcher.state().pause).toBeUndefined()
    expect(await kit.status('m0')).toMatchObject({ status: 'DELIVERED', attemptCount: 1 })
  })

  it('R27: a missing scope kills no event, is named by health, and all go on once the key has it', async () => {
    const kit = await createDispatchKit({
      answer: ({ atMs }) => (atMs < startedAtMs + 5_000 ? REPLY.missingScope() : REPLY.taken()),
    })
    const startedAtMs = kit.clock.now()
    const dispatcher = kit.start()
    await kit.accept(...names('m', 10).map((name) => track(name)))
    await kit.until(() => kit.clock.now() >= startedAtMs + 5_000)
    expect(dispatcher.state().pause).toMatchObject({
      operation: 'bulk_create_events',
      status: 403,
      missingScopes: ['events:write'],
      message: text('events:write'),
    })
    expect(kit.calls.length).toBeLessThanOrEqual(2)
    await kit.done(35_000)
    const states = await Promise.all(names('m', 10).map((name) => kit.status(name)))
    expect(states.map((event) => event?.status)).toEqual(Array.from({ length: 10 }, () => 'DELIVERED'))
    expect(kit.calls.length).toBeLessThanOrEqual(4)
    expect(dispatcher.state().pause).toBeUndefined()
  })

  it('a refused bulk import goes singly, and health names what is missing', async () => {
    const kit = await createDispatchKit({
      answer: ({ path }) => (path === '/api/profile-import' ? REPLY.imported() : REPLY.missingScope()),
    })
    const dispatcher = kit.start()
    await kit.accept(...names('u', 150).map((userId) => ({ type: 'identify', messageId: userId, userId })))
    await kit.done(2 * MINUTE_MS)
    expect(kit.calls.filter(({ path }) => path === '/api/profile-bulk-import-jobs')).toHaveLength(1)
    expect(await kit.status('u0')).toMatchObject({ status: 'DELIVERED' })
    expect(dispatcher.state()).toMatchObject({
      pause: undefined,
      refusedHelpers: [{ helper: 'bulkImport', missingScopes: ['lists:write', 'profiles:write'] }],
    })
  })
})
