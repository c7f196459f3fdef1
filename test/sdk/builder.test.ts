import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createKlaviyo, EventInvalidError, type EventIssue } from '@rudder-klaviyo/sdk'

const klaviyo = createKlaviyo({ listId: 'XUepkK', consent: ['email'] })
const person = { userId: 'u-1', email: 'alex@example.com' }

/** What a plain JavaScript caller may do: every step, whatever it takes. */
interface Untyped {
  user(user: unknown): Untyped
  traits(traits: unknown): Untyped
  properties(properties: unknown): Untyped
  context(context: unknown): Untyped
  revenue(value: unknown, currency?: unknown): Untyped
  timestamp(at: unknown): Untyped
  messageId(id: unknown): Untyped
  subscribe(options?: unknown): Untyped
  patchProperties(patch: unknown): Untyped
  $if(condition: boolean, branch: (builder: Untyped) => unknown): Untyped
  toEvent(): unknown
  plan(): unknown
  send(): Promise<unknown>
}
// The types are what a JavaScript caller does not have.
const untyped = (builder: object) => builder as Untyped

/** Without the messageId, which is made anew for each builder. */
const eventOf = (builder: { toEvent(): object }): object => ({ ...builder.toEvent(), messageId: 'm' })

describe('the event of a builder', () => {
  const at = new Date('2026-01-02T03:04:05.678Z')
  it.each<[string, { toEvent(): object }, object]>([
    [
      'identify',
      klaviyo.identify(person),
      { type: 'identify', userId: 'u-1', context: { traits: { email: 'alex@example.com' } } },
    ],
    [
      'every identifier',
      klaviyo.identify({
        userId: 7,
        anonymousId: 'a',
        email: 'e@x.co',
        phone: '+1',
        _kx: 'k',
        klaviyoProfileId: '01H',
      }),
      {
        type: 'identify',
        userId: 7,
        anonymousId: 'a',
        context: {
          traits: { email: 'e@x.co', phone: '+1', _kx: 'k' },
          externalId: [{ type: 'klaviyo-profileId', id: '01H' }],
        },
      },
    ],
    [
      'identifiers among the traits',
      klaviyo.identify().traits({ userId: 'u', klaviyoProfileId: '01H', firstName: 'A' }),
      {
        type: 'identify',
        userId: 'u',
        context: { traits: { firstName: 'A' }, externalId: [{ type: 'klaviyo-profileId', id: '01H' }] },
      },
    ],
    [
      'a subscription',
      klaviyo.identify({ email: 'e@x.co' }).subscribe({ listId: 'L', consent: ['email'] }),
      {
        type: 'identify',
        traits: { properties: { subscribe: true, listId: 'L', consent: ['email'] } },
        context: { traits: { email: 'e@x.co' } },
      },
    ],
    [
      'an unsubscription',
      klaviyo.identify({ email: 'e@x.co' }).subscribe().unsubscribe(),
      { type: 'identify', traits: { properties: { subscribe: false } }, context: { traits: { email: 'e@x.co' } } },
    ],
    [
      'a change of custom properties',
      klaviyo
        .identify({ userId: 'u' })
        .patchProperties({ append: { tags: 'vip' }, unappend: { seen: 1 }, unset: ['old'] }),
      {
        type: 'identify',
        userId: 'u',
        context: { traits: { tags: 'vip', seen: 1 } },
        integrations: { Klaviyo: { fieldsToAppend: ['tags'], fieldsToUnappend: ['seen'], fieldsToUnset: ['old'] } },
      },
    ],
    [
      'track',
      klaviyo.track('Order').user({ userId: 'u' }).properties({ a: 1, revenue: 2 }).revenue(30, 'USD').timestamp(at),
      {
        type: 'track',
        event: 'Order',
        userId: 'u',
        timestamp: '2026-01-02T03:04:05.678Z',
        properties: { a: 1, revenue: 30, currency: 'USD' },
      },
    ],
    [
      'group',
      klaviyo
        .group('L')
        .user({ email: 'e@x.co' })
        .subscribe({ consent: ['email'], customSource: 'Checkout' }),
      {
        type: 'group',
        groupId: 'L',
        traits: { subscribe: true, consent: ['email'], custom_source: 'Checkout' },
        context: { traits: { email: 'e@x.co' } },
      },
    ],
    [
      'screen',
      klaviyo
        .screen('Cart')
        .user({ userId: 'u' })
        .context({ ip: '203.0.113.7' })
        .context({ location: { latitude: 1 } }),
      { type: 'screen', name: 'Cart', userId: 'u', context: { ip: '203.0.113.7', location: { latitude: 1 } } },
    ],
  ])('%s is plain RudderStack JSON', (_name, builder, event) => {
    expect(eventOf(builder)).toEqual({ messageId: 'm', ...event })
  })

  it('takes the last of what was said twice, and nothing that is undefined', () => {
    const builder = klaviyo
      .identify({ email: 'first@x.co', userId: 'u' })
      .traits({ email: 'second@x.co', title: 'Baker', a: 1 })
      .traits({ email: undefined, title: undefined, a: null })
      .user({ userId: undefined })
    expect(eventOf(builder)).toMatchObject({
      userId: 'u',
      context: { traits: { email: 'second@x.co', title: 'Baker', a: null } },
    })
  })

  it('brings values to JSON', () => {
    class Order {
      readonly total = 7
      readonly url = new URL('https://example.com/a')
    }
    const builder = klaviyo
      .track('Order')
      .user({ userId: 'u' })
      .properties({ at: new Date(0), order: new Order(), list: [undefined, 1], gone: undefined })
    expect(eventOf(builder)).toMatchObject({
      properties: {
        at: '1970-01-01T00:00:00.000Z',
        order: { total: 7, url: 'https://example.com/a' },
        list: [null, 1],
      },
    })
    expect(Object.keys(builder.toEvent().properties ?? {})).toEqual(['at', 'order', 'list'])
  })

  it('is not touched by what the caller does with its own objects later', () => {
    const traits = { tags: ['a'] }
    const builder = klaviyo.identify({ userId: 'u' }).traits(traits)
    traits.tags.push('b')
    expect(eventOf(builder)).toMatchObject({ context: { traits: { tags: ['a'] } } })
  })

  it('has a messageId from the first step on, kept through every step, and none of another builder', () => {
    const first = klaviyo.identify({ userId: 'u' })
    const { messageId } = first.toEvent()
    expect(messageId).toMatch(/^[\da-f]{8}-/)
    expect(first.traits({ a: 1 }).subscribe().toEvent().messageId).toBe(messageId)
    expect(first.plan().messageId).toBe(messageId)
    expect(klaviyo.identify({ userId: 'u' }).toEvent().messageId).not.toBe(messageId)
    expect(first.messageId('own').toEvent().messageId).toBe('own')
  })
})

describe('a builder', () => {
  it('takes the steps of $if only if its condition holds', () => {
    const base = klaviyo.identify(person)
    expect(base.$if(false, (b) => b.subscribe()).toEvent()).toEqual(base.toEvent())
    expect(base.$if(true, (b) => b.subscribe()).toEvent()).toEqual(base.subscribe().toEvent())
  })

  it.each([
    ['nothing', () => undefined],
    ['a builder of another kind', () => klaviyo.track('x')],
  ])('refuses a branch of $if that gives back %s', (_what, branch) => {
    expect(() => untyped(klaviyo.identify(person)).$if(true, branch)).toThrow(TypeError)
  })

  it('hands itself to $call and gives back what that gives', () => {
    expect(klaviyo.identify(person).$call((b) => b.toEvent().type)).toBe('identify')
  })

  it('shows nothing of its person to an inspector', () => {
    const builder = klaviyo.identify(person).traits({ firstName: 'Alexandra' })
    const shown = `${inspect(builder, { showHidden: true, getters: true, depth: null })}${JSON.stringify(builder)}`
    expect(shown).not.toMatch(/alex|u-1/i)
    expect(Object.isFrozen(builder)).toBe(true)
  })
})

describe('a builder of a plain JavaScript caller', () => {
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  const bare = () => untyped(klaviyo.track('Order').user({ userId: 'u' }))
  it.each<[string, Untyped, Partial<EventIssue>]>([
    ['no person', untyped(klaviyo.track('Order')), { code: 'NO_IDENTIFIER' }],
    ['no decision', untyped(klaviyo.group('L').user(person)), { path: 'traits.subscribe', code: 'REQUIRED' }],
    ['no name', untyped(klaviyo.track('').user(person)), { path: 'event', code: 'REQUIRED' }],
    ['a misspelt identifier', untyped(klaviyo.identify(person)).user({ emial: 'x' }), { path: 'user.emial' }],
    ['a misspelt option', untyped(klaviyo.identify(person)).subscribe({ listID: 'L' }), { path: 'subscribe.listID' }],
    ['traits in the context', bare().context({ traits: {} }), { path: 'context.traits' }],
    ['a text for an object', bare().traits('x'), { path: 'traits' }],
    ['a bigint', bare().properties({ a: [1n] }), { path: 'properties.a.0' }],
    ['a function', bare().properties({ a: () => 1 }), { path: 'properties.a' }],
    ['a symbol', bare().properties({ a: Symbol('x') }), { path: 'properties.a' }],
    ['NaN', bare().revenue(Number.NaN), { path: 'revenue' }],
    ['a Map', bare().properties({ a: new Map() }), { path: 'properties.a' }],
    ['a loop', bare().properties(loop), { path: 'properties.self' }],
    ['a Date without a time', bare().timestamp(new Date('x')), { path: 'timestamp' }],
    ['a blank messageId', bare().messageId(' '), { path: 'messageId' }],
    [
      'one property to append to and to unappend from',
      bare().patchProperties({ append: { a: 1 }, unappend: { a: 2 } }),
      { path: 'integrations.Klaviyo.a' },
    ],
  ])('is refused for %s, with the path', async (_what, builder, issue) => {
    expect(() => builder.plan()).toThrow(EventInvalidError)
    const withKey = createKlaviyo({
      apiKey: 'pk',
      consent: ['email'],
      fetch: () => Promise.reject(new Error('nothing is sent')),
    })
    const [settlement] = await withKey.send([builder as unknown])
    expect(settlement).toMatchObject({ status: 'rejected', error: { code: 'EVENT_INVALID', issues: [issue] } })
    expect(klaviyo.explain(builder as unknown).issues).toMatchObject([issue])
  })

  it('tells everything that is wrong at once', () => {
    const builder = untyped(klaviyo.track('Order')).properties({ a: 1n, b: () => 1 })
    expect(klaviyo.explain(builder as unknown).issues.map(({ path }) => path)).toEqual([
      'properties.a',
      'properties.b',
      '',
    ])
    expect(() => builder.toEvent()).toThrow(/properties\.a.*properties\.b/)
  })
})
