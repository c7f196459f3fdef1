import type { CallTally, SizedRequest } from './call-tally.ts'

/** What a way of sending needs for a stream. */
export interface SendingCost {
  readonly tally: CallTally
  /** When its last call begins, in milliseconds of simulated time. */
  readonly lastStartMs: number
}

/** A way of sending that others are compared with, told the requests of one event after the other. */
export interface WayOfSending {
  readonly add: (requests: readonly SizedRequest[]) => void
  /** After the last event. */
  readonly end: () => SendingCost
}
