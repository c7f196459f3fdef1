import { KlaviyoApiError, type KlaviyoError } from '@rudder-klaviyo/sdk'
import type { Clock } from './clock.ts'

/** A refused key is tried with one real call this often. */
const PROBE_MS = 30_000

/** The pause of a whole account: Klaviyo refused the key. */
export interface AccountPause {
  readonly sinceMs: number
  readonly nextTryAtMs: number
  readonly message: string
  /** The operation that was refused. */
  readonly operation: string | undefined
  /** Klaviyo's answer: 401 or 403. */
  readonly status: number | undefined
  /** What the key needs for the operation, when it may not do this. */
  readonly missingScopes: readonly string[]
}

/** Whether the account is paused. */
export interface AccountPauses {
  current(): AccountPause | undefined
  /** Klaviyo refused the key; gives the time of the next try. */
  refused(error: KlaviyoError): number
  /** Klaviyo took the key. */
  resume(): void
}

/**
 * Not paused.
 * @param scopesOf what a key needs for an operation
 */
export function createAccountPauses(clock: Clock, scopesOf: (operation: string) => readonly string[]): AccountPauses {
  let pause: AccountPause | undefined
  return {
    current: () => pause,
    refused(error) {
      const nowMs = clock.now()
      const { operation, status } = error instanceof KlaviyoApiError ? error : {}
      pause = {
        sinceMs: pause?.sinceMs ?? nowMs,
        nextTryAtMs: nowMs + PROBE_MS,
        message: error.message,
        operation,
        status,
        missingScopes: status === 403 && operation !== undefined ? scopesOf(operation) : [],
      }
      return pause.nextTryAtMs
    },
    resume() {
      pause = undefined
    },
  }
}
