import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyStream } from './arbitrary-stream.ts'
import { expectRulesKept } from './checks/expect-rules-kept.ts'
import { expectSettledOnce } from './checks/expect-settled-once.ts'
import { expectedOf } from './expected-of.ts'
import { deliver } from './harness.ts'
import type { Sabotage } from './sabotage.ts'
import type { Stream } from './step.ts'

/** Which of the three checks notice the break in one stream. */
async function noticedBy(stream: Stream, sabotage: Sabotage): Promise<readonly string[]> {
  const expected = expectedOf(stream)
  const delivered = await deliver(stream, { sabotage })
  const checks = {
    settlements: () => expectSettledOnce(delivered.settlements, stream.steps, expected.verdicts),
    state: () => expect(delivered.state).toEqual(expected.state),
    rules: () => expectRulesKept({ stream, expected, delivered }),
  }
  return Object.entries(checks).flatMap(([name, check]) => (fails(check) ? [name] : []))
}

function fails(check: () => void): boolean {
  try {
    check()
    return false
  } catch {
    return true
  }
}

const breaks: readonly { readonly sabotage: Sabotage; readonly noticed: readonly string[] }[] = [
  { sabotage: 'drop a settlement', noticed: ['settlements'] },
  { sabotage: 'settle twice', noticed: ['settlements'] },
  { sabotage: 'lose a call', noticed: ['state'] },
  { sabotage: 'ignore order', noticed: ['state', 'rules'] },
  { sabotage: 'ignore the second key', noticed: ['state', 'rules'] },
]

// The other tests of this folder prove something only while these breaks do not pass them.
describe.each(breaks)('a delivery that is broken: $sabotage', ({ sabotage, noticed }) => {
  it('is noticed', async () => {
    const streams = fc.sample(anyStream({ poison: false, minCount: 30 }), { numRuns: 5, seed: 1 })
    const found = new Set<string>()
    for (const stream of streams) for (const name of await noticedBy(stream, sabotage)) found.add(name)
    expect([...found]).toEqual(expect.arrayContaining([...noticed]))
  })
})
