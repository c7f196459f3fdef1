import { ConfigError, type ConfigIssue, type Settings } from '@rudder-klaviyo/sdk'
import * as z from 'zod'
import { MAX_BODY_BYTES } from './edge/body-limit.ts'
import type { AllowedOrigins } from './edge/cors.ts'
import { readSettings } from './config/read-settings.ts'
import type { LogLevel } from './logger.ts'

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Everything the gateway can be told, checked, with its defaults. */
export interface GatewayConfig {
  /** 0: any free one. @default 4000 */
  readonly port: number
  /** For the sandbox that the command line starts beside the gateway. @default 4010 */
  readonly sandboxPort: number
  /** @default '127.0.0.1' */
  readonly host: string
  /** The folder of the outbox. @default '.rudder-klaviyo' */
  readonly dataDir: string
  /** The PostgreSQL that keeps the outbox instead of `dataDir`. Holds a password. @default none */
  readonly databaseUrl: string | undefined
  /** The Klaviyo account that events go to; `undefined`: the sandbox. */
  readonly klaviyo: { readonly apiKey: string; readonly baseUrl: string | undefined } | undefined
  /** Public: sends events and reads their status. */
  readonly writeKey: string
  /** Secret: may change consent too. */
  readonly serverKey: string | undefined
  /** `undefined`: there is no admin surface. */
  readonly adminKey: string | undefined
  /** Whether the write key may change consent. @default 'any' on the sandbox, 'server' with a Klaviyo key */
  readonly consentFrom: 'any' | 'server'
  /** @default 'any' on the sandbox, none with a Klaviyo key */
  readonly allowedOrigins: AllowedOrigins
  readonly maxBodyBytes: number
  readonly logLevel: LogLevel
  /** How events are mapped and delivered. */
  readonly settings: Settings
}

/** The write key of the sandbox; refused where events reach a Klaviyo account. */
export const DEMO_WRITE_KEY = 'dev'
const DEMO_ADMIN_KEY = 'admin'

const port = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'must be a port: a whole number from 0 (any free one) to 65535',
    )
    .transform(Number)

/** What fits into a Bearer header as it is. */
const key = z.string().regex(/^[\w.~+/-]+=*$/, 'must be of letters, digits and - . _ ~ + / =')

const origins = z.string().transform((text, context): AllowedOrigins => {
  const list = text.split(',').map((origin) => origin.trim())
  if (list.includes('*')) return 'any'
  if (list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin)) return list
  context.addIssue('must be origins separated by commas, such as https://shop.example, or * for any')
  return z.NEVER
})

/** Not by zod's own check of addresses: a socket has no host in it. What follows a # would be left out in silence. */
const databaseUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && !text.includes('#'),
    'must be an address such as postgresql://user:password@host:5432/database, with special characters of the password percent-encoded',
  )

const variables = z.object({
  PORT: port(4000),
  SANDBOX_PORT: port(4010),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.rudder-klaviyo'),
  DATABASE_URL: databaseUrl.optional(),
  KLAVIYO_API_KEY: z.string().optional(),
  KLAVIYO_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://a.klaviyo.com' })
    .optional(),
  WRITE_KEY: key.optional(),
  SERVER_KEY: key.optional(),
  ADMIN_KEY: key.optional(),
  CONSENT_FROM: z
    .enum(['any', 'server'], 'must be "server" (only the server key may change consent) or "any"')
    .optional(),
  ALLOWED_ORIGINS: origins.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
})

/**
 * Reads the environment, once. A variable that is blank counts as not set.
 * @throws {ConfigError} that names every fault at once, by its variable, with the remedy
 */
export function readConfig(environment: Environment = process.env): GatewayConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given)
  const { settings, issues } = readSettings(given)
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => fault(issue.path.map(String).join('.'), issue.message)),
    ...crossFaults(given),
    ...issues,
  ]
  if (!parsed.success || settings === undefined || faults.length > 0) throw new ConfigError(faults)
  return toConfig(parsed.data, settings)
}

function toConfig(values: z.output<typeof variables>, settings: Settings): GatewayConfig {
  const isSandbox = values.KLAVIYO_API_KEY === undefined
  return {
    port: values.PORT,
    sandboxPort: values.SANDBOX_PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    klaviyo:
      values.KLAVIYO_API_KEY === undefined
        ? undefined
        : { apiKey: values.KLAVIYO_API_KEY, baseUrl: values.KLAVIYO_BASE_URL },
    writeKey: values.WRITE_KEY ?? DEMO_WRITE_KEY,
    serverKey: values.SERVER_KEY,
    adminKey: values.ADMIN_KEY ?? (isSandbox ? DEMO_ADMIN_KEY : undefined),
    consentFrom: values.CONSENT_FROM ?? (isSandbox ? 'any' : 'server'),
    allowedOrigins: values.ALLOWED_ORIGINS ?? (isSandbox ? 'any' : []),
    maxBodyBytes: MAX_BODY_BYTES,
    logLevel: values.LOG_LEVEL,
    settings,
  }
}

/** What is right alone and wrong together. */
function crossFaults(given: Environment): readonly ConfigIssue[] {
  const { KLAVIYO_API_KEY: apiKey, KLAVIYO_BASE_URL: baseUrl, WRITE_KEY: writeKey, ...keys } = given
  const faults: ConfigIssue[] = []
  if (apiKey !== undefined && (writeKey === undefined || writeKey === DEMO_WRITE_KEY)) {
    faults.push(
      fault(
        'WRITE_KEY',
        `must be set to a key of your own, not "${DEMO_WRITE_KEY}", since KLAVIYO_API_KEY is set and events reach a Klaviyo account`,
      ),
    )
  }
  if (apiKey === undefined && baseUrl !== undefined) {
    faults.push(
      fault(
        'KLAVIYO_BASE_URL',
        'is of no use without KLAVIYO_API_KEY: set that too, or leave this out to use the sandbox',
      ),
    )
  }
  for (const name of ['SERVER_KEY', 'ADMIN_KEY']) {
    if (keys[name] !== undefined && keys[name] === (writeKey ?? DEMO_WRITE_KEY)) {
      faults.push(fault(name, 'must differ from WRITE_KEY, which is public: it stands in web pages'))
    }
  }
  return faults
}

function fault(variable: string, what: string): ConfigIssue {
  return { path: variable, code: 'NOT_USABLE', message: `${variable} ${what}.` }
}
