import type { Settings } from '@rudder-klaviyo/sdk'
import type { Acceptance, Source } from './accept/acceptance.ts'

/** How the event fields of one request went: it decides the HTTP status. */
export interface RequestTally {
  acceptedCount: number
  unavailableCount: number
  /** The longest wait that was asked for. */
  retryAfterSeconds: number
}

/** What every resolver gets. */
export interface GatewayContext {
  /** Whose key sent the request. */
  readonly source: Source
  readonly acceptance: Acceptance
  /** How events of this source are mapped: for the dry runs. */
  readonly settings: Settings
  readonly tally: RequestTally
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number
}

/** The tally of a request of which nothing has run yet. */
export function newTally(): RequestTally {
  return { acceptedCount: 0, unavailableCount: 0, retryAfterSeconds: 0 }
}
