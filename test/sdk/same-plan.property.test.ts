import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createKlaviyo, type Plan, type RudderEvent } from '@rudder-klaviyo/sdk'

const klaviyo = createKlaviyo({ listId: 'XUepkK', consent: ['email'] })

const text = fc.oneof(fc.constantFrom('Alex', 'x@y.co', '+12345578900', ' ', ''), fc.string({ maxLength: 8 }))
const json = fc.jsonValue({ maxDepth: 2 })
const user = fc.record(
  {
    userId: fc.oneof(text, fc.integer()),
    anonymousId: text,
    email: text,
    phone: text,
    _kx: text,
    klaviyoProfileId: text,
  },
  { requiredKeys: [] },
)
const traits = fc.record(
  {
    firstName: text,
    title: text,
    city: text,
    address: fc.record({ zip: text, state: text }, { requiredKeys: [] }),
    tags: json,
    level: json,
  },
  { requiredKeys: [] },
)
const parts = fc.record({
  user,
  traits,
  properties: fc.dictionary(fc.constantFrom('orderId', 'total', 'currency', 'items', 'email'), json, { maxKeys: 4 }),
  context: fc.record({ ip: text, location: fc.record({ latitude: fc.integer() }) }, { requiredKeys: [] }),
  at: fc.option(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), { nil: undefined }),
  consent: fc.subarray(['email', 'sms'] as const),
  decision: fc.constantFrom('subscribe', 'unsubscribe', undefined),
  revenue: fc.option(fc.integer(), { nil: undefined }),
  append: fc.dictionary(fc.constantFrom('tags', 'level'), fc.integer(), { maxKeys: 1 }),
})
type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never

/** The same event by hand, as RudderStack's documentation has it. */
function typed(type: RudderEvent['type'], messageId: string, given: Parts): RudderEvent {
  const { userId, anonymousId, klaviyoProfileId, ...identity } = given.user
  const person = { ...identity, ...given.traits, ...given.append }
  const common = {
    messageId,
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    ...(given.at === undefined ? {} : { timestamp: given.at.toISOString() }),
    context: {
      ...given.context,
      traits: person,
      ...(klaviyoProfileId === undefined ? {} : { externalId: [{ type: 'klaviyo-profileId', id: klaviyoProfileId }] }),
    },
    ...(Object.keys(given.append).length === 0
      ? {}
      : { integrations: { Klaviyo: { fieldsToAppend: Object.keys(given.append) } } }),
  }
  const subscribe = given.decision === 'subscribe'
  switch (type) {
    case 'identify': {
      const decision = subscribe ? { subscribe, consent: given.consent } : { subscribe }
      return { type, ...common, ...(given.decision === undefined ? {} : { traits: { properties: decision } }) }
    }
    case 'track': {
      const revenue = given.revenue === undefined ? {} : { revenue: given.revenue }
      return { type, ...common, event: 'Order', properties: { ...given.properties, ...revenue } }
    }
    case 'screen':
      return { type, ...common, name: 'Cart', properties: given.properties }
    case 'group': {
      const { traits: _, ...context } = common.context
      return {
        type,
        ...common,
        context: { ...context, traits: identity },
        groupId: 'L',
        traits: subscribe ? { subscribe, consent: given.consent } : { subscribe },
      }
    }
  }
}

function build(type: RudderEvent['type'], given: Parts): object {
  const { at, consent, decision, revenue } = given
  const patch = { append: given.append }
  switch (type) {
    case 'identify': {
      const builder = klaviyo.identify(given.user).traits(given.traits).patchProperties(patch).context(given.context)
      const dated = builder.$if(at !== undefined, (b) => b.timestamp(at ?? ''))
      return dated
        .$if(decision === 'subscribe', (b) => b.subscribe({ consent }))
        .$if(decision === 'unsubscribe', (b) => b.unsubscribe())
    }
    case 'track':
      return klaviyo
        .track('Order')
        .properties(given.properties)
        .$if(revenue !== undefined, (b) => b.revenue(revenue ?? 0))
        .$if(at !== undefined, (b) => b.timestamp(at ?? ''))
        .user(given.user)
        .context(given.context)
        .patchProperties(patch)
        .traits(given.traits)
    case 'screen':
      return klaviyo
        .screen('Cart')
        .properties(given.properties)
        .$if(at !== undefined, (b) => b.timestamp(at ?? ''))
        .user(given.user)
        .context(given.context)
        .traits(given.traits)
        .patchProperties(patch)
    case 'group': {
      const member = klaviyo.group('L').user(given.user).context(given.context)
      const dated = member.$if(at !== undefined, (b) => b.timestamp(at ?? ''))
      return decision === 'subscribe' ? dated.subscribe({ consent }) : dated.unsubscribe()
    }
  }
}

/** The event of a builder, whether or not it could be sent: what is missing, this caller cannot know when it compiles. */
function eventOf(builder: object): RudderEvent {
  // Every builder has this step.
  return (builder as { toEvent(): RudderEvent }).toEvent()
}

/** The plan, or why there is none. */
function outcome(plan: () => Plan): unknown {
  try {
    return plan()
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

const withoutPatch = (type: string, given: Parts): Parts => (type === 'group' ? { ...given, append: {} } : given)

it('the same event by builder, by typed object and by raw JSON gives the same plan', () => {
  fc.assert(
    fc.property(fc.constantFrom('identify', 'track', 'group', 'screen'), parts, (type, given) => {
      const builder = build(type, given)
      const input: unknown = builder
      const byBuilder = outcome(() => klaviyo.plan(input))
      const built = eventOf(builder)
      const event = typed(type, built.messageId ?? '', withoutPatch(type, given))
      expect(outcome(() => klaviyo.plan(event))).toEqual(byBuilder)
      expect(outcome(() => klaviyo.plan(JSON.parse(JSON.stringify(event))))).toEqual(byBuilder)
      expect(outcome(() => klaviyo.plan(built))).toEqual(byBuilder)
    }),
    { numRuns: 500 },
  )
})

const steps = [
  (b: Steps) => b.user({ userId: 'other' }),
  (b: Steps) => b.traits({ title: 'other', nested: { a: [1] } }),
  (b: Steps) => b.properties({ orderId: 'other' }),
  (b: Steps) => b.revenue(7, 'EUR'),
  (b: Steps) => b.context({ ip: '203.0.113.9' }),
  (b: Steps) => b.timestamp('2020-01-01T00:00:00Z'),
  (b: Steps) => b.messageId('other'),
  (b: Steps) => b.patchProperties({ append: { a: 1 }, unset: ['b'] }),
  (b: Steps) => b.$if(true, (branch) => branch.properties({ x: 1 })),
] as const
const start = () => klaviyo.track('Order').user({ userId: 'u' })
type Steps = ReturnType<typeof start>

it('branches of a shared prefix do not see each other, and what they make is frozen to its depth', () => {
  const some = fc.array(fc.constantFrom(...steps), { maxLength: 4 })
  fc.assert(
    fc.property(some, some, some, (prefix, left, right) => {
      const shared = prefix.reduce<Steps>((b, step) => step(b), start())
      const before = structuredClone(shared.toEvent())
      const one = left.reduce<Steps>((b, step) => step(b), shared)
      const frozenOne = structuredClone(one.toEvent())
      const other = right.reduce<Steps>((b, step) => step(b), shared)
      expect(shared.toEvent()).toEqual(before)
      expect(one.toEvent()).toEqual(frozenOne)
      expect(isDeepFrozen(other.toEvent())).toBe(true)
    }),
  )
})

function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen)
}
