import type { Settlement } from '@rudder-klaviyo/sdk'
import { expect } from 'vitest'
import type { Verdict } from '../model.ts'
import type { Step } from '../step.ts'

/** Every event is settled exactly once, in its place, and as the model says. */
export function expectSettledOnce(
  settlements: readonly Settlement[],
  steps: readonly Step[],
  verdicts: readonly Verdict[],
): void {
  const told = settlements.map(({ index, messageId, status }) => ({ index, messageId, status }))
  const wanted = steps.map(({ messageId }, index) => ({ index, messageId, status: verdicts[index] }))
  expect(told).toEqual(wanted)
}
