import type { Revision, SendAllOptions, SendSummary } from '@rudder-klaviyo/sdk'
import { createSendingOver } from '@rudder-klaviyo/sdk/stages'
import type { VirtualClock } from '../../support/virtual-time.ts'
import type { StubKlaviyo } from './stub-klaviyo.ts'

/** All stages, over a Klaviyo and a clock that are given. */
export interface OurSending {
  readonly sendAll: (events: Iterable<unknown>, options: SendAllOptions) => Promise<SendSummary>
}

/** What our sending works with here. */
export interface OurSendingParts {
  readonly call: StubKlaviyo['call']
  readonly clock: VirtualClock
  readonly revision: Revision
  readonly rateShare: number
}

/** Our sending over a stub of Klaviyo's API. */
export function openSending({ call, clock, revision, rateShare }: OurSendingParts): OurSending {
  return createSendingOver(call, { clock, revision, rateShare })
}
