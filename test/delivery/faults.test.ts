import type { Revision } from '@rudder-klaviyo/sdk'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyFaults, poisonRules } from './arbitrary-faults.ts'
import { anyStream } from './arbitrary-stream.ts'
import { expectRulesKept } from './checks/expect-rules-kept.ts'
import { type SentCall, sentCalls } from './checks/sent-calls.ts'
import { expectSettledOnce } from './checks/expect-settled-once.ts'
import { expectedOf } from './expected-of.ts'
import { deliver, type Delivered } from './harness.ts'
import { identifiersOf } from './model/model-profile.ts'
import { runs } from './runs.ts'
import type { Step, Stream } from './step.ts'

// What is sent again comes later than at its turn. So whether two identifiers are of one person yet, and whether a look-up
// finds somebody, would be a matter of what failed.
const certain = anyStream({ clashes: false, lookUps: false, unsubscribesListedOnly: true })

it('nothing is lost or done twice when calls fail without effect', async () => {
  await fc.assert(
    fc.asyncProperty(certain, anyFaults({ mayHaveActed: false }), fc.boolean(), async (stream, faults, pointer) => {
      const expected = expectedOf(stream)
      const rules = [...poisonRules(stream.poisonedEmails, pointer), ...faults]
      const delivered = await deliver(stream, { sandbox: { faults: rules } })
      expectSettledOnce(delivered.settlements, stream.steps, expected.verdicts)
      expect(delivered.state).toEqual(expected.state)
      expectRulesKept({ stream, expected, delivered })
    }),
    runs(40),
  )
})

it('nothing is lost or done twice when answers are lost after the effect', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyStream({ clashes: false, appends: false, consent: false }),
      anyFaults(),
      async (stream, faults) => {
        const expected = expectedOf(stream)
        const rules = [...poisonRules(stream.poisonedEmails, true), ...faults]
        const delivered = await deliver(stream, { sandbox: { faults: rules } })
        expectSettledOnce(delivered.settlements, stream.steps, expected.verdicts)
        expect(delivered.state).toEqual(expected.state)
        expectRulesKept({ stream, expected, delivered })
      },
    ),
    runs(40),
  )
})

it('an outage that outlasts the time is no verdict: what waits is settled retry, with what comes after it', async () => {
  await fc.assert(
    fc.asyncProperty(anyStream(), fc.nat(20), fc.constantFrom(500, 503, 524), async (stream, skip, status) => {
      const expected = expectedOf(stream)
      const faults = [...poisonRules(stream.poisonedEmails, true), { kind: 'status' as const, status, skip }]
      const delivered = await deliver(stream, { sandbox: { faults }, klaviyo: { timeoutMs: 60_000 } })
      const { settlements } = delivered
      const told = settlements.map((settlement, index) =>
        settlement.status === 'retry'
          ? 'waits'
          : settlement.status === expected.verdicts[index]
            ? 'as expected'
            : settlement.status,
      )
      expect(told.filter((one) => one !== 'waits' && one !== 'as expected')).toEqual([])
      expect(settlements).toHaveLength(stream.steps.length)
      expect(overtaken(stream, delivered)).toEqual([])
    }),
    runs(25),
  )
})

/**
 * Delivered events that share an identifier with an earlier one that waits, and were first sent after that one had failed:
 * what goes in one batch may overlap. Decisions about a list are told apart by nothing, so they are left out.
 */
function overtaken({ steps, revision }: Stream, { settlements, exchanges }: Delivered): readonly string[] {
  const failedMs = new Map<string, number>()
  const faults: string[] = []
  for (const [index, step] of steps.entries()) {
    const status = settlements[index]?.status
    const calls = sentCalls(exchanges).filter((call) => carries(call, step.messageId))
    const beganMs = Math.min(...calls.map(({ exchange }) => exchange.beganMs))
    for (const key of keysOf(step, revision)) {
      if (status === 'delivered' && beganMs >= (failedMs.get(key) ?? Infinity) && beganMs < Infinity)
        faults.push(`${step.messageId} overtakes another of ${key}`)
      const failed = calls
        .filter(({ exchange }) => (exchange.status ?? 0) >= 500)
        .map(({ exchange }) => exchange.endedMs)
      if (status === 'retry') failedMs.set(key, Math.min(failedMs.get(key) ?? Infinity, ...failed))
    }
  }
  return faults
}

const carries = ({ entries }: SentCall, messageId: string): boolean =>
  entries.some(({ seen, uniqueIds }) => seen === messageId || uniqueIds.includes(messageId))

const keysOf = ({ who }: Step, revision: Revision): readonly string[] =>
  Object.entries(identifiersOf(who, revision === '2024-06-15')).map(([name, value]) => `${name}:${value}`)

it('bad events harm only themselves: without them the state is the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyStream(), fc.boolean(), async (stream, pointer) => {
      const { verdicts } = expectedOf(stream)
      const sandbox = { faults: poisonRules(stream.poisonedEmails, pointer) }
      const good = stream.steps.filter((_step, index) => verdicts[index] === 'delivered')
      const whole = await deliver(stream, { sandbox })
      const without = await deliver({ ...stream, steps: good }, { sandbox })
      expect(whole.state).toEqual(without.state)
      expect(without.settlements.every(({ status }) => status === 'delivered')).toBe(true)
    }),
    runs(20),
  )
})
