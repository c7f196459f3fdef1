import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { createDispatchKit, type Answer, type DispatchKit } from './testing/dispatch-kit.ts'
import { networkFailure, REPLY } from './testing/replies.ts'
import { track } from './testing/track.ts'

const failure = fc.constantFrom('network', 'serverError', 'rateLimited', 'refusedKey', 'none')
const scenario = fc.record({
  /** Accepted in groups, so that some are under way while others come. */
  groups: fc.array(
    fc.array(
      fc.record({
        userId: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
        email: fc.option(fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com'), { nil: undefined }),
        isRefused: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    { minLength: 1, maxLength: 4 },
  ),
  /** Of the first calls. */
  failures: fc.array(failure, { maxLength: 6 }),
  slowness: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 }),
  /** After how many calls the dispatcher is stopped and another one started; none of them: never. */
  restartAfterCount: fc.nat({ max: 10 }),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never
type ScenarioEvent = Scenario['groups'][number][number]

const sharePerson = (one: ScenarioEvent, other: ScenarioEvent) =>
  one.userId === other.userId || (one.email !== undefined && one.email === other.email)

const FAIL = {
  network: networkFailure,
  serverError: REPLY.serverError,
  rateLimited: REPLY.rateLimited,
  refusedKey: REPLY.refusedKey,
  none: undefined,
} as const

/** The numbers of the events that a call carried which Klaviyo took, or refused for good. */
type OverCall = readonly number[]

/** What is left of the order keys of an event; control runs leave out some. */
type KeepKeys = (keys: readonly string[]) => readonly string[]

interface RunOptions {
  readonly shared: DispatchKit
  readonly account: string
  readonly keepKeys: KeepKeys
}

/** Runs a scenario; gives what became of each event, and what was over too early. */
async function run({ shared, account, keepKeys }: RunOptions, given: Scenario) {
  const { groups, failures, slowness, restartAfterCount } = given
  const events = groups.flat()
  const over: OverCall[] = []
  let callCount = 0
  const answer: Answer = async ({ ids }) => {
    const number = callCount++
    const carried = ids.map(Number)
    const turns = slowness[number % slowness.length] ?? 0
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    const fail = FAIL[failures[number] ?? 'none']
    if (fail !== undefined) return fail()
    const isRefused = carried.some((event) => events[event]?.isRefused)
    if (isRefused && carried.length > 1) return REPLY.rejected()
    over.push(carried)
    return isRefused ? REPLY.rejected() : REPLY.taken()
  }
  const kit = await createDispatchKit({ answer, share: { kit: shared, account } })
  const { store } = kit.outbox
  const takeUp: OutboxStore['takeUp'] = async (...parts) =>
    (await store.takeUp(...parts)).map((row) => ({ ...row, keys: keepKeys(row.keys) }))
  const start = () => kit.start({ maxCallsCount: 4, outbox: { ...kit.outbox, store: { ...store, takeUp } } })
  let dispatcher = start()
  let index = 0
  for (const group of groups) {
    await kit.accept(...group.map(({ userId, email }) => track(String(index++), userId, email)))
    await new Promise((resolve) => setImmediate(resolve))
  }
  let isRestarted = false
  await kit.until(async () => {
    if (!isRestarted && kit.calls.length > restartAfterCount) {
      isRestarted = true
      await kit.stop(dispatcher)
      dispatcher = start()
    }
    return (await kit.outbox.store.countBacklog(account)) === 0
  }, 600_000)
  await kit.stop(dispatcher)
  const statuses = await Promise.all(events.map((_, number) => kit.status(String(number))))
  return { events, statuses: statuses.map((event) => event?.status), violations: violationsIn(over, events) }
}

/** Nothing of a person is over before all that is earlier; what goes together in one call is over together. */
function violationsIn(over: readonly OverCall[], events: readonly ScenarioEvent[]): readonly string[] {
  const callOf = (event: number) => over.findIndex((carried) => carried.includes(event))
  return events.flatMap((own, event) =>
    events.slice(0, event).flatMap((other, earlier) => {
      const isViolation = sharePerson(own, other) && callOf(event) < callOf(earlier)
      return isViolation ? [`${event} was over before ${earlier}`] : []
    }),
  )
}

it('keeps the order of each person whatever fails, and settles every event as its answers say', async () => {
  const shared = await createDispatchKit({ answer: () => REPLY.taken() })
  let count = 0
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const options = { shared, account: `account ${count++}`, keepKeys: (keys: readonly string[]) => keys }
      const { events, statuses, violations } = await run(options, given)
      expect(statuses).toEqual(events.map(({ isRefused }) => (isRefused ? 'DEAD' : 'DELIVERED')))
      expect(violations).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 60_000)

// Proof that the test above can fail.
it.each<[string, KeepKeys]>([
  ['without any rule', () => []],
  ['with the strongest key alone', (keys) => keys.slice(0, 1)],
])(
  'finds violations %s',
  async (_, keepKeys) => {
    const shared = await createDispatchKit({ answer: () => REPLY.taken() })
    let count = 0
    for (const given of fc.sample(scenario, { numRuns: 60, seed: 1 })) {
      const { violations } = await run({ shared, account: `account ${count++}`, keepKeys }, given)
      if (violations.length > 0) return
    }
    expect.unreachable('no violation was found')
  },
  60_000,
)
