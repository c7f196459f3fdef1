import fc from 'fast-check'
import { expect, it } from 'vitest'
import { poisonRules } from './arbitrary-faults.ts'
import { anyStream } from './arbitrary-stream.ts'
import { expectRulesKept } from './checks/expect-rules-kept.ts'
import { expectSettledOnce } from './checks/expect-settled-once.ts'
import { expectedOf } from './expected-of.ts'
import { deliver } from './harness.ts'
import { runs } from './runs.ts'

it('leaves the state that sending one by one leaves', async () => {
  await fc.assert(
    fc.asyncProperty(anyStream({ clashes: false }), fc.boolean(), async (stream, pointer) => {
      const expected = expectedOf(stream)
      const delivered = await deliver(stream, { sandbox: { faults: poisonRules(stream.poisonedEmails, pointer) } })
      expectSettledOnce(delivered.settlements, stream.steps, expected.verdicts)
      expect(delivered.state).toEqual(expected.state)
      expectRulesKept({ stream, expected, delivered })
    }),
    runs(40),
  )
})
