import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDispatchKit, type Answer, type DispatchKit } from './testing/dispatch-kit.ts'
import { OUTCOME } from './testing/outcomes.ts'
import { track } from './testing/track.ts'

const failure = fc.constantFrom('network', 'serverError', 'rateLimited', 'refusedKey', 'rejected')
const scenario = fc.record({
  events: fc.array(
    fc.record({
      userId: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
      email: fc.option(fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com'), { nil: undefined }),
      failures: fc.array(failure, { maxLength: 3 }),
      slowness: fc.nat({ max: 4 }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
  /** After how many calls the dispatcher is stopped and another one started; none of them: never. */
  restartAfterCount: fc.nat({ max: 60 }),
})
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never
type ScenarioEvent = Scenario['events'][number]

const sharePerson = (one: ScenarioEvent, other: ScenarioEvent) =>
  one.userId === other.userId || (one.email !== undefined && one.email === other.email)

/** Runs a scenario; gives the starts and ends of the calls in their order, by the number of the event. */
async function run(shared: DispatchKit, account: string, { events, restartAfterCount }: Scenario) {
  const log: { event: number; what: 'start' | 'end' }[] = []
  const answer: Answer = async ({ messageId }, earlierCount) => {
    const number = Number(messageId)
    log.push({ event: number, what: 'start' })
    for (let turn = 0; turn < (events[number]?.slowness ?? 0); turn += 1)
      await new Promise((resolve) => setImmediate(resolve))
    log.push({ event: number, what: 'end' })
    return OUTCOME[events[number]?.failures[earlierCount] ?? 'delivered']
  }
  const kit = await createDispatchKit({ answer, share: { kit: shared, account } })
  await kit.accept(...events.map(({ userId, email }, index) => track(String(index), userId, email)))
  let dispatcher = kit.start({ maxConcurrentCount: 4 })
  let isRestarted = false
  await kit.until(async () => {
    if (!isRestarted && kit.calls.length > restartAfterCount) {
      isRestarted = true
      await kit.stop(dispatcher)
      dispatcher = kit.start({ maxConcurrentCount: 4 })
    }
    return (await kit.outbox.store.countBacklog(account)) === 0
  }, 600_000)
  await kit.stop(dispatcher)
  const statuses = await Promise.all(events.map((_, index) => kit.status(String(index))))
  return { log, statuses: statuses.map((event) => event?.status) }
}

it('keeps the order of each person whatever fails, and settles every event as its answers say', async () => {
  const shared = await createDispatchKit({ answer: () => OUTCOME.delivered })
  let count = 0
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const { log, statuses } = await run(shared, `account ${count++}`, given)
      expect(statuses).toEqual(
        given.events.map(({ failures }) => (failures.includes('rejected') ? 'DEAD' : 'DELIVERED')),
      )
      const violations = log.filter(({ event, what }, index) => {
        const own = given.events[event]
        // A call begins only after every call of everything earlier of the person has ended for good.
        return (
          what === 'start' &&
          log
            .slice(index + 1)
            .some(
              (later) => later.event < event && own !== undefined && sharePerson(own, given.events[later.event] ?? own),
            )
        )
      })
      expect(violations).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 30_000)
