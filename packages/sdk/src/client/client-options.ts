import type { Clock } from '../clock.ts'
import type { Revision } from '../revision.ts'

/**
 * A secret, or a function that gives it for each call: a key that is replaced counts from the next call on.
 * @example const apiKey: Secret = async () => readKey()
 */
export type Secret = string | (() => string | Promise<string>)

/** How to reach Klaviyo. */
export interface ClientOptions {
  /** A private key (`Klaviyo-API-Key`). Either this or `accessToken`. Never shown, logged or stored by this package. */
  readonly apiKey?: Secret | undefined
  /** An OAuth access token (`Bearer`). */
  readonly accessToken?: Secret | undefined
  /** Sent with each request; media types and facts of the operations are those of this revision. */
  readonly revision: Revision
  /** An http(s) address without user name and password. @default 'https://a.klaviyo.com' */
  readonly baseUrl?: string | undefined
  /** Another `fetch`, for example in tests or behind a proxy. It is called with one `Request`. @default the platform's */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Longest time of one attempt, to the last byte of the answer, in milliseconds, at most 2_147_483_647. @default 30_000 */
  readonly attemptTimeoutMs?: number | undefined
  /** What the time of an attempt goes by. @default that of the platform */
  readonly clock?: Clock | undefined
}

/** Klaviyo's address. */
export const DEFAULT_BASE_URL = 'https://a.klaviyo.com'

/** Milliseconds. */
export const DEFAULT_ATTEMPT_TIMEOUT_MS = 30_000
