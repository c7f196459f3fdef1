import { expect } from 'vitest'
import type { Expected } from '../expected-of.ts'
import type { Delivered } from '../harness.ts'
import type { Stream } from '../step.ts'
import { consentFaults } from './consent-faults.ts'
import { limitFaults } from './limit-faults.ts'
import { orderFaults } from './order-faults.ts'
import { sentCalls } from './sent-calls.ts'

/** What a delivery is held to beside its result. */
export interface RulesToKeep {
  readonly stream: Stream
  readonly expected: Expected
  readonly delivered: Delivered
  /** Least time between opposite changes of consent. @default 0 */
  readonly gapMs?: number
}

/** Order of sending, order of consent, and Klaviyo's limits: what can be seen of the calls themselves. */
export function expectRulesKept({ stream, expected, delivered, gapMs = 0 }: RulesToKeep): void {
  const calls = sentCalls(delivered.exchanges)
  expect(orderFaults(calls, stream.steps)).toEqual([])
  expect(consentFaults({ calls, decisions: expected.decisions, steps: stream.steps, gapMs })).toEqual([])
  expect(limitFaults(calls, stream.revision)).toEqual([])
  // As the sandbox sees it: windows exceeded, opposite changes of consent too close. Refusals are asked for.
  expect(delivered.violations.filter(({ kind }) => kind !== 'refused')).toEqual([])
}
