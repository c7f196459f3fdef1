import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { poisonRules } from './arbitrary-faults.ts'
import { anyStream } from './arbitrary-stream.ts'
import { expectRulesKept } from './checks/expect-rules-kept.ts'
import { expectSettledOnce } from './checks/expect-settled-once.ts'
import { type Expected, expectedOf } from './expected-of.ts'
import { deliver, type Delivered } from './harness.ts'
import type { EventState, KlaviyoState } from './klaviyo-state.ts'
import { runs } from './runs.ts'
import type { Stream } from './step.ts'

const CONSENT_GAP_MS = 10_000
const SWITCHES = { unsubscribeOffListIsGlobal: false }

// Nobody clashes here: who is who depends on the order of effect then, and nobody promises that.
describe('a Klaviyo that carries out what it took in any order', () => {
  // A look-up does not find what a request that was taken has not done yet, and nobody knows how much an unsubscribe of
  // somebody off the list takes when it takes everything.
  it('has the state of one by one where events carry no traits', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStream({ clashes: false, trackTraits: false, lookUps: false }),
        fc.nat(),
        async (stream, seed) => {
          const { expected, delivered } = await deliverShuffled(stream, seed)
          expect(delivered.state).toEqual(expected.state)
          expectRulesKept({ stream, expected, delivered, gapMs: CONSENT_GAP_MS })
        },
      ),
      runs(40),
    )
  })

  it('has every event once, and of each field a value that was written', async () => {
    const anyone = anyStream({ clashes: false, appends: false, lookUps: false })
    await fc.assert(
      fc.asyncProperty(anyone, fc.nat(), async (stream, seed) => {
        const { expected, delivered } = await deliverShuffled(stream, seed)
        expect(eventsOf(delivered.state)).toEqual(eventsOf(expected.state))
        expect(unknownValues(delivered.state, stream)).toEqual([])
        expectRulesKept({ stream, expected, delivered, gapMs: CONSENT_GAP_MS })
      }),
      runs(40),
    )
  })
})

async function deliverShuffled(
  stream: Stream,
  seed: number,
): Promise<{ readonly expected: Expected; readonly delivered: Delivered }> {
  const expected = expectedOf(stream, SWITCHES)
  const faults = poisonRules(stream.poisonedEmails, true)
  const delivered = await deliver(stream, {
    sandbox: { mode: 'shuffled', seed, jobMs: 3_000, faults, switches: SWITCHES },
  })
  expectSettledOnce(delivered.settlements, stream.steps, expected.verdicts)
  return { expected, delivered }
}

/** Whose an event is, is known by the end; what else they are known by may have come later. */
const eventsOf = ({ events }: KlaviyoState): readonly Omit<EventState, 'who'>[] =>
  events.map(({ who: _who, ...event }) => event)

/** Values of profiles that no event of the stream has. */
function unknownValues({ profiles }: KlaviyoState, { steps }: Stream): readonly string[] {
  const written = JSON.stringify(steps)
  return profiles
    .flatMap(({ fields, location, properties }) => [fields, location, properties])
    .flatMap((values) => Object.values(values).map((value) => JSON.stringify(value)))
    .filter((value) => !written.includes(value))
}
