import type { Revision } from '@rudder-klaviyo/sdk'
import { createVirtualTime } from '../../support/virtual-time.ts'
import { eventMix, type EventMixOptions } from './event-mix.ts'
import { openSending } from './our-sending.ts'
import { createStubKlaviyo, type StubReport } from './stub-klaviyo.ts'

/** How long a bulk import job takes at the stub. */
export const JOB_MS = 10_000
/** Klaviyo's windows begin when they like; this is neither the start of the stream nor a whole second from it. */
const PHASE_MS = 23_700
const DAY_MS = 86_400_000

/** How our delivery sends a stream. */
export interface OursOptions {
  readonly mix: EventMixOptions
  readonly revision: Revision
  readonly rateShare: number
}

/** What the stub saw of it, and when the last event was settled, in milliseconds of simulated time. */
export interface OursReport extends StubReport {
  readonly settledMs: number
}

/**
 * Sends a stream through all stages under a virtual clock; `undefined` when our sending takes none.
 * @throws {Error} when an event was not delivered
 */
export async function simulateOurs({ mix, revision, rateShare }: OursOptions): Promise<OursReport | undefined> {
  const time = createVirtualTime()
  const { clock } = time
  const stub = await createStubKlaviyo({ revision, clock, jobMs: JOB_MS, phaseMs: PHASE_MS })
  const sending = openSending({ call: stub.call, clock, revision, rateShare })
  if (sending === undefined) return undefined
  let settledMs = 0
  const onSettled = () => void (settledMs = time.elapsedMs())
  // A stream of a million takes longer than the usual time of one event.
  const { deliveredCount } = await time.run(() => sending.sendAll(eventMix(mix), { timeoutMs: DAY_MS, onSettled }))
  if (deliveredCount !== mix.eventCount) {
    throw new Error(`${deliveredCount} of ${mix.eventCount} events were delivered to the stub, ${revision}`)
  }
  return { ...stub.report(), settledMs }
}
