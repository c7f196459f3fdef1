import * as z from 'zod/mini'
import type { Secret } from './client/client-options.ts'
import { systemClock, type Clock } from './clock.ts'
import { ConfigError } from './errors/config-error.ts'
import type { TransformEvent } from './hooks/transform-event.ts'
import type { TransformPlan } from './hooks/transform-plan.ts'
import type { Logger } from './logger.ts'
import { faultsOf } from './tracking-plan/define-tracking-plan.ts'
import type { AnyTrackingPlan } from './tracking-plan/tracking-plan.ts'
import { parseOptions, resolveSettings, settingsShape, type EventFilter, type Settings } from './validate/settings.ts'
import { toTimestamp } from './validate/timestamp.ts'

/**
 * The options of `createKlaviyo`. All may be left out.
 * @example
 * createKlaviyo({ apiKey: () => readKey(), revision: '2026-07-15', listId: 'XUepkK', consent: ['email'] })
 */
export interface KlaviyoOptions<R, L, C, P> {
  /**
   * A private key of the Klaviyo account, or a function that gives it for each call (rotation). Without a key and an
   * access token, `plan` and `explain` work, and sending is a `ConfigError`. Never shown, logged or stored.
   */
  apiKey?: Secret | undefined
  /** An OAuth access token instead of a key. */
  accessToken?: Secret | undefined
  /** The revision of Klaviyo's API. @default '2024-06-15' */
  revision?: R
  /** The list of an identify event that subscribes or unsubscribes without naming one. */
  listId?: L
  /** The channels of a subscription that names none. */
  consent?: C
  /** What `defineTrackingPlan` made. */
  trackingPlan?: P
  /** Objects in custom and event properties become dotted keys. @default false */
  flattenProperties?: boolean
  /** Email or phone identify; the user id becomes the custom property `_id`. @default false */
  enforceEmailAsPrimary?: boolean
  /** A phone without country code is read as of this country (ISO 3166-1 alpha-2). Without it nothing is guessed. */
  defaultCountry?: string
  /** A page becomes an event named by its `name`, else "Page Viewed". @default false */
  pageAsTrack?: boolean
  /** When people consented, ISO 8601, in the past; for `historicalImport` and events without a time. */
  consentedAt?: string
  /** Subscriptions carry consent of the past. Not in revision 2024-06-15. @default false */
  historicalImport?: boolean
  /** Events are old: Klaviyo starts no flows for them. Not in revision 2024-06-15. @default false */
  backfill?: boolean
  /** The share of Klaviyo's rate limits that is used, 0 to 1. @default 0.9 */
  rateShare?: number
  /** Milliseconds between two opposite changes of consent of one person. @default 10_000 */
  consentGapMs?: number
  /** Which track events reach Klaviyo, by their exact names. */
  events?: EventFilter
  /** @default 'https://a.klaviyo.com' */
  baseUrl?: string
  /** Another `fetch`, for tests or behind a proxy. It is called with one `Request`. @default the platform's */
  fetch?: typeof globalThis.fetch
  /** Longest time of one attempt, to the last byte of the answer, in milliseconds. @default 30_000 */
  attemptTimeoutMs?: number
  /** Longest time for one event, with all attempts and waits, in milliseconds. @default 120_000 */
  timeoutMs?: number
  /** Attempts for one event, those that a rate limit ended not counted. @default 3 */
  maxAttempts?: number
  /** The time, for tests: another one is moved by hand. @default that of the platform */
  clock?: Clock
  /** Told of what a person should know. Gets neither keys nor personal data. @default nobody is told */
  logger?: Logger
  /** Changes an event before it is validated. Has to give back an event of the same type and messageId. */
  transformEvent?: TransformEvent
  /** Changes a plan before it is shown or sent. Has to give back a plan of the same event and revision. */
  transformPlan?: TransformPlan
}

/** The options of `createKlaviyo` that are no settings of the mapping, checked, with their defaults. */
export interface ResolvedOptions {
  readonly settings: Settings
  readonly apiKey: Secret | undefined
  readonly accessToken: Secret | undefined
  readonly baseUrl: string | undefined
  readonly fetch: typeof globalThis.fetch | undefined
  readonly attemptTimeoutMs: number | undefined
  readonly timeoutMs: number
  readonly maxAttempts: number
  readonly clock: Clock
  readonly logger: Logger | undefined
  readonly trackingPlan: AnyTrackingPlan | undefined
  readonly transformEvent: TransformEvent | undefined
  readonly transformPlan: TransformPlan | undefined
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
/** What fits into a header: no white space inside, no letters beyond ASCII. */
const isSecret = (value: unknown): boolean =>
  isFunction(value) || (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value.trim()))
const isPast = (time: string): boolean => Date.parse(toTimestamp(time) ?? '') <= Date.now()
const isLogger = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['debug', 'warn', 'error'].every((name) => isFunction(Reflect.get(value, name)))

const isClock = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['now', 'setTimer'].every((name) => isFunction(Reflect.get(value, name)))

const secret = z.optional(
  z.custom<Secret>(isSecret, 'must be a text without white space, or a function that gives one'),
)
// Longer than this a platform's timer ends at once.
const timeout = z
  .int('must be a whole number of milliseconds')
  .check(z.minimum(1, 'must be at least 1'), z.maximum(2_147_483_647, 'must be at most 2147483647'))

const schema = z
  .strictObject({
    apiKey: secret,
    accessToken: secret,
    ...settingsShape,
    baseUrl: z.optional(z.string()),
    fetch: z.optional(z.custom<typeof globalThis.fetch>(isFunction, 'must be a function')),
    attemptTimeoutMs: z.optional(timeout),
    timeoutMs: z._default(timeout, 120_000),
    maxAttempts: z._default(z.int('must be a whole number').check(z.minimum(1, 'must be at least 1')), 3),
    clock: z.optional(z.custom<Clock>(isClock, 'must have the functions now and setTimer')),
    logger: z.optional(z.custom<Logger>(isLogger, 'must have the functions debug, warn and error')),
    trackingPlan: z.optional(z.custom<AnyTrackingPlan>()),
    transformEvent: z.optional(z.custom<TransformEvent>(isFunction, 'must be a function')),
    transformPlan: z.optional(z.custom<TransformPlan>(isFunction, 'must be a function')),
  })
  .check(
    z.refine(({ apiKey, accessToken }) => apiKey === undefined || accessToken === undefined, {
      path: ['accessToken'],
      error: 'must be left out when there is an `apiKey`: one of the two counts',
    }),
    // Klaviyo refuses consent of the future. Events are not looked at: planning reads no clock.
    z.refine(({ consentedAt }) => consentedAt === undefined || isPast(consentedAt), {
      path: ['consentedAt'],
      error: 'must be in the past',
    }),
  )

/**
 * Checks the options of `createKlaviyo` and fills in the defaults.
 * @throws {ConfigError} that names every fault, unknown names with the one that was probably meant
 */
export function resolveOptions(options: unknown): ResolvedOptions {
  const parsed = parseOptions(schema, options)
  const faults = parsed.trackingPlan === undefined ? [] : faultsOf(parsed.trackingPlan, 'trackingPlan')
  if (faults.length > 0) throw new ConfigError(faults)
  const names = Object.keys(settingsShape)
  return {
    settings: resolveSettings(Object.fromEntries(Object.entries(parsed).filter(([name]) => names.includes(name)))),
    apiKey: parsed.apiKey,
    accessToken: parsed.accessToken,
    baseUrl: parsed.baseUrl,
    fetch: parsed.fetch,
    attemptTimeoutMs: parsed.attemptTimeoutMs,
    timeoutMs: parsed.timeoutMs,
    maxAttempts: parsed.maxAttempts,
    clock: parsed.clock ?? systemClock,
    logger: parsed.logger,
    trackingPlan: parsed.trackingPlan,
    transformEvent: parsed.transformEvent,
    transformPlan: parsed.transformPlan,
  }
}
