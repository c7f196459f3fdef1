import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyFaults, poisonRules } from './arbitrary-faults.ts'
import { anyStream } from './arbitrary-stream.ts'
import { expectRulesKept } from './checks/expect-rules-kept.ts'
import { expectSettledOnce } from './checks/expect-settled-once.ts'
import { expectedOf } from './expected-of.ts'
import { deliver } from './harness.ts'
import { runs } from './runs.ts'

// So many people that profile imports go in bulk.
const crowd = anyStream({
  clashes: false,
  crowdCount: 250,
  minCount: 900,
  maxCount: 1_000,
  appends: false,
  consent: false,
})

it('many people come out as one by one, in bulk too', async () => {
  await fc.assert(
    fc.asyncProperty(crowd, fc.option(anyFaults({ mayHaveActed: false }), { nil: [] }), async (stream, faults) => {
      const expected = expectedOf(stream)
      const rules = [...poisonRules(stream.poisonedEmails, true), ...faults]
      const delivered = await deliver(stream, { sandbox: { faults: rules, jobMs: 5_000 } })
      expectSettledOnce(delivered.settlements, stream.steps, expected.verdicts)
      expect(delivered.state).toEqual(expected.state)
      expectRulesKept({ stream, expected, delivered })
    }),
    runs(3),
  )
})
