import { createKlaviyo, defineTrackingPlan, type EventIssue, type StandardSchema } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const trackingPlan = defineTrackingPlan({
  traits: z.object({
    email: z.string().optional(),
    plan: z.enum(['free', 'pro']),
    tags: z.array(z.string()).optional(),
  }),
  events: {
    'Order Completed': z.object({ orderId: z.string(), items: z.array(z.object({ count: z.number() })).optional() }),
    'Signed Up': z.object({ via: z.string().optional() }),
  },
})
const klaviyo = createKlaviyo({ trackingPlan })
const order = (properties: object) => ({ type: 'track', event: 'Order Completed', userId: 'u', properties })

/** The same for built, typed and raw events. */
function issuesOf(event: unknown): readonly EventIssue[] {
  return klaviyo.explain(event).issues
}

describe('a tracking plan', () => {
  it.each<[string, unknown, Partial<EventIssue>[]]>([
    ['an event that fits', order({ orderId: 'A-1', items: [{ count: 1 }], more: true }), []],
    ['a missing property', order({}), [{ path: 'properties.orderId', code: 'REQUIRED' }]],
    [
      'no properties at all',
      { type: 'track', event: 'Order Completed', userId: 'u' },
      [{ path: 'properties.orderId', code: 'REQUIRED' }],
    ],
    ['a property of another type', order({ orderId: 7 }), [{ path: 'properties.orderId', code: 'NOT_USABLE' }]],
    [
      'a place in a list',
      order({ orderId: 'A', items: [{ count: 'x' }] }),
      [{ path: 'properties.items.0.count', code: 'NOT_USABLE' }],
    ],
    [
      'a name of another plan',
      { type: 'track', event: 'Order Complete', userId: 'u' },
      [{ path: 'event', code: 'NOT_IN_TRACKING_PLAN' }],
    ],
    ['a name with blanks around it', { type: 'TRACK', event: ' Signed Up ', userId: 'u' }, []],
    [
      'a trait of another value',
      { type: 'identify', userId: 'u', traits: { plan: 'gold' } },
      [{ path: 'traits.plan', code: 'NOT_USABLE' }],
    ],
    [
      'a trait in the context',
      { type: 'identify', userId: 'u', context: { traits: { plan: 1 } } },
      [{ path: 'context.traits.plan' }],
    ],
    ['identifiers alone', { type: 'identify', context: { traits: { email: 'a@b.co' } } }, []],
    ['consent alone', { type: 'identify', userId: 'u', traits: { properties: { subscribe: true } } }, []],
    [
      'a group event, whose traits are the group’s',
      { type: 'group', groupId: 'L', userId: 'u', traits: { subscribe: true, consent: ['email'] } },
      [],
    ],
    ['a screen event, which has no plan', { type: 'screen', name: 'Anything', userId: 'u' }, []],
    [
      'an item to append',
      {
        type: 'identify',
        userId: 'u',
        traits: { plan: 'pro', tags: 'vip' },
        integrations: { Klaviyo: { fieldsToAppend: ['tags'] } },
      },
      [],
    ],
  ])('says of %s what is wrong with it', (_what, event, issues) => {
    expect(issuesOf(event)).toMatchObject(issues)
    expect(issuesOf(event)).toHaveLength(issues.length)
  })

  it('refuses the event that it says something of', () => {
    const event = order({ orderId: 7 })
    expect(() => klaviyo.plan(event as unknown)).toThrow(expect.objectContaining({ issues: issuesOf(event) }))
  })

  it('suggests the name that was probably meant', () => {
    expect(issuesOf({ type: 'track', event: 'Order Complete', userId: 'u' })[0]?.message).toContain(
      'Did you mean "Order Completed"?',
    )
  })

  it('checks what a builder says, too', () => {
    const builder = klaviyo.track('Order Completed').user({ userId: 'u' }).properties({ orderId: 'A-1' })
    expect(issuesOf(builder)).toEqual([])
    // A JavaScript caller may give anything.
    const wrong = builder.properties(JSON.parse('{"orderId":7}') as { orderId: string })
    expect(issuesOf(wrong)).toMatchObject([{ path: 'properties.orderId' }])
  })

  it('tells of everything that is wrong at once', () => {
    const event = { type: 'track', event: 'Order Completed', traits: { plan: 'x' } }
    expect(issuesOf(event).map(({ path }) => path)).toEqual(['', 'properties.orderId', 'traits.plan'])
  })

  it('leaves a filtered event alone, and the event as it is', () => {
    const event: unknown = { type: 'track', event: 'Unknown', userId: 'u', integrations: { All: false } }
    expect(klaviyo.plan(event).requests).toEqual([])
    const defaulting = defineTrackingPlan({ events: { A: z.object({ b: z.string().default('c') }) } })
    expect(
      JSON.stringify(createKlaviyo({ trackingPlan: defaulting }).plan({ type: 'track', event: 'A', userId: 'u' })),
    ).not.toContain('"b"')
  })

  it.each([
    ['allow', 0],
    ['warn', 1],
  ] as const)('may %s events outside of it', (unplanned, count) => {
    const plan = defineTrackingPlan({ events: { A: z.object({}) }, unplanned })
    const { warnings, requests } = createKlaviyo({ trackingPlan: plan }).plan({
      type: 'track',
      event: 'B',
      userId: 'u',
    })
    expect(warnings.filter(({ code }) => code === 'NOT_IN_TRACKING_PLAN')).toHaveLength(count)
    expect(requests).toHaveLength(1)
  })

  it('is no prototype: a name that objects inherit is not in it', () => {
    expect(issuesOf({ type: 'track', event: 'constructor', userId: 'u' })).toMatchObject([
      { code: 'NOT_IN_TRACKING_PLAN' },
    ])
  })
})

describe('any Standard Schema', () => {
  /** A schema of a library of one's own. */
  const schema = (validate: (value: unknown) => unknown): StandardSchema<object> => ({
    '~standard': { version: 1, vendor: 'own', validate },
  })
  const planOf = (validate: (value: unknown) => unknown, properties: object = { a: 'zqzq' }) => {
    const plan = defineTrackingPlan({ events: { A: schema(validate) } })
    return () => createKlaviyo({ trackingPlan: plan }).plan({ type: 'track', event: 'A', userId: 'u', properties })
  }

  it('does, with steps of a path as keys or as objects', () => {
    expect(planOf((value) => ({ value }))).not.toThrow()
    expect(planOf(() => ({ issues: [{ message: 'No.', path: [{ key: 'a' }] }] }))).toThrow(
      /`properties\.a` does not fit the tracking plan of "A": No\./,
    )
    expect(planOf(() => ({ issues: [{ message: 'No' }] }))).toThrow(/`properties` does not fit/)
  })

  it('does not get a value into a message by its words', () => {
    const words = planOf(() => ({ issues: [{ message: 'Expected email but received "zqzq"', path: ['a'] }] }))
    expect(words).toThrow(/`properties\.a` does not fit the tracking plan of "A"\./)
    expect(words).not.toThrow(/zqzq/)
  })

  it('that is asynchronous is refused', () => {
    expect(planOf(async (value) => Promise.resolve({ value }))).toThrow(/validates asynchronously/)
  })

  it.each([
    ['something that is no schema', { events: { A: {} } }, /`events\.A` is no Standard Schema/],
    ['no events', {}, /`events` must be an object/],
    ['an unknown rule', { events: {}, unplanned: 'ignore' }, /`unplanned` must be/],
  ])('is asked for: %s is refused', (_what, plan, message) => {
    // What a plain JavaScript caller may give.
    expect(() => defineTrackingPlan(plan as { events: {} })).toThrow(message)
  })
})
