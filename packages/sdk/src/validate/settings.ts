import * as z from 'zod/mini'
import { getCountries, type CountryCode } from 'libphonenumber-js/min'
import { ConfigError, type ConfigIssue } from '../errors/config-error.ts'
import type { Consent } from '../event/event.ts'
import { DEFAULT_REVISION, REVISIONS, type Revision } from '../revision.ts'
import { closestName } from './closest-name.ts'
import { toTimestamp } from './timestamp.ts'

/**
 * Which track events reach Klaviyo, by their exact names.
 * @example
 * const filter: EventFilter = { deny: ['Heartbeat'] }
 * createKlaviyo({ events: filter })
 */
export type EventFilter = { readonly allow: readonly string[] } | { readonly deny: readonly string[] }

/**
 * How events become plans: the options of the destination, checked, with their defaults.
 * @example const listOf = ({ listId }: Settings) => listId ?? 'none'
 */
export interface Settings {
  /** The revision of Klaviyo's API. @default '2024-06-15' */
  readonly revision: Revision
  /** The list of an identify event that subscribes or unsubscribes without naming one. Never read for a group event. */
  readonly listId: string | undefined
  /** The channels of a subscription that names none. */
  readonly consent: readonly Consent[] | undefined
  /** Objects in custom and event properties become dotted keys. @default false */
  readonly flattenProperties: boolean
  /** Email or phone identify; the user id becomes the custom property `_id`. @default false */
  readonly enforceEmailAsPrimary: boolean
  /** A phone without country code is read as of this country (ISO 3166-1 alpha-2). Without it nothing is guessed. */
  readonly defaultCountry: CountryCode | undefined
  /** A page becomes an event named by its `name`, else "Page Viewed". @default false */
  readonly pageAsTrack: boolean
  /** Subscriptions carry consent of the past: `consented_at` is the time of the event, else `consentedAt`. @default false */
  readonly historicalImport: boolean
  /** When people consented, ISO 8601, in the past; for `historicalImport` and events without a time. */
  readonly consentedAt: string | undefined
  /** Events are old: Klaviyo starts no flows for them. @default false */
  readonly backfill: boolean
  readonly events: EventFilter | undefined
  /** The share of Klaviyo's rate limits that is used, 0 to 1; the rest is for other users of the account. @default 0.9 */
  readonly rateShare: number
  /** Milliseconds between two opposite changes of consent of one person. @default 10_000 */
  readonly consentGapMs: number
}

const text = z.string().check(z.trim(), z.minLength(1, 'must not be blank'))
const names = z.array(text)
const revisions: readonly string[] = Object.keys(REVISIONS)
const countries = new Set<string>(getCountries())

const isRevision = (value: unknown): boolean => typeof value === 'string' && revisions.includes(value)
const isCountry = (value: unknown): boolean => typeof value === 'string' && countries.has(value)

/** The options that decide how an event is mapped and delivered, by their names in `createKlaviyo` and in configuration files. */
export const settingsShape = {
  revision: z._default(
    z.custom<Revision>(isRevision, `must be one of ${revisions.map((revision) => `"${revision}"`).join(', ')}`),
    DEFAULT_REVISION,
  ),
  listId: z.optional(text),
  consent: z.optional(z.array(z.enum(['email', 'sms'], 'must be "email" or "sms"'))),
  flattenProperties: z._default(z.boolean(), false),
  enforceEmailAsPrimary: z._default(z.boolean(), false),
  defaultCountry: z.optional(
    z.pipe(
      z.string().check(z.toUpperCase()),
      z.custom<CountryCode>(isCountry, 'must be a country code of two letters (ISO 3166-1), such as "US"'),
    ),
  ),
  pageAsTrack: z._default(z.boolean(), false),
  historicalImport: z._default(z.boolean(), false),
  consentedAt: z.optional(
    z
      .string()
      .check(
        z.refine(
          (value) => toTimestamp(value) !== undefined,
          'must be a time in ISO 8601, such as "2024-06-15T12:00:00.000Z"',
        ),
      ),
  ),
  backfill: z._default(z.boolean(), false),
  events: z.optional(
    z.union(
      [z.strictObject({ allow: names }), z.strictObject({ deny: names })],
      'must be { "allow": [names] } or { "deny": [names] }',
    ),
  ),
  rateShare: z._default(z.number().check(z.gt(0, 'must be above 0'), z.lte(1, 'must be at most 1')), 0.9),
  consentGapMs: z._default(z.int().check(z.nonnegative('must not be negative')), 10_000),
} as const

const settingsSchema = z.strictObject(settingsShape)

/**
 * Checks options and fills in the defaults.
 * @throws {ConfigError} that names every fault, unknown names with the one that was probably meant
 * @example const { revision } = resolveSettings({ consent: ['email'] })
 */
export function resolveSettings(options: unknown = {}): Settings {
  const settings = parseOptions(settingsSchema, options)
  return {
    ...settings,
    listId: settings.listId,
    consent: settings.consent,
    defaultCountry: settings.defaultCountry,
    consentedAt: settings.consentedAt === undefined ? undefined : toTimestamp(settings.consentedAt),
    events: settings.events,
  }
}

/**
 * Checks options by a schema.
 * @throws {ConfigError} that names every fault
 */
export function parseOptions<Shape extends z.core.$ZodShape, Config extends z.core.$ZodObjectConfig>(
  schema: z.ZodMiniObject<Shape, Config>,
  options: unknown,
): z.output<z.ZodMiniObject<Shape, Config>> {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.flatMap((issue) => toConfigIssues(issue, Object.keys(schema.shape))))
}

function toConfigIssues(issue: z.core.$ZodIssue, known: readonly string[]): readonly ConfigIssue[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const closest = issue.path.length === 0 ? closestName(key, known) : undefined
      const hint = closest === undefined ? `Known options: ${known.join(', ')}.` : `Did you mean \`${closest}\`?`
      const at = path === '' ? key : `${path}.${key}`
      return { path: at, code: 'UNKNOWN', message: `Unknown option \`${at}\`. ${hint}` }
    })
  }
  const what = path === '' ? 'The options' : `Option \`${path}\``
  // Messages of our own start with "must"; zod/mini brings none.
  const expected = issue.code === 'invalid_type' ? `: expected ${issue.expected}` : ''
  const message = issue.message.startsWith('must') ? issue.message : `is not right${expected}`
  return [{ path, code: 'NOT_USABLE', message: `${what} ${message}.` }]
}
