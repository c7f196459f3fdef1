import { ConfigError } from '@rudder-klaviyo/sdk'
import { describe, expect, it } from 'vitest'
import { readConfig, type Environment } from './config.ts'

/** The variables that are named as faults, each with its message. */
function faultsOf(environment: Environment): Record<string, string> {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError)
      return Object.fromEntries(error.issues.map(({ path, message }) => [path, message]))
    throw error
  }
  return {}
}

const real = { KLAVIYO_API_KEY: 'pk_1', WRITE_KEY: 'mine' }

describe('without any variable', () => {
  const config = readConfig({})

  it('is a sandbox on loopback that anybody on this machine may try', () => {
    expect(config).toMatchObject({
      port: 4000,
      sandboxPort: 4010,
      host: '127.0.0.1',
      dataDir: '.rudder-klaviyo',
      databaseUrl: undefined,
      klaviyo: undefined,
      writeKey: 'dev',
      serverKey: undefined,
      adminKey: 'admin',
      consentFrom: 'any',
      allowedOrigins: 'any',
      maxBodyBytes: 4_194_304,
    })
  })

  it('maps as createKlaviyo does', () => {
    expect(config.settings).toMatchObject({ revision: '2024-06-15', listId: undefined, rateShare: 0.9 })
  })
})

describe('with a Klaviyo key', () => {
  it('nothing is open: no origin, no consent from the public key, no admin surface', () => {
    expect(readConfig(real)).toMatchObject({
      klaviyo: { apiKey: 'pk_1', baseUrl: undefined },
      writeKey: 'mine',
      adminKey: undefined,
      consentFrom: 'server',
      allowedOrigins: [],
    })
  })

  it.each([undefined, 'dev', ' '])('the write key %j is refused', (writeKey) => {
    expect(faultsOf({ ...real, WRITE_KEY: writeKey })['WRITE_KEY']).toContain('KLAVIYO_API_KEY')
  })
})

it('reads every variable', () => {
  const config = readConfig({
    ...real,
    PORT: '0',
    SANDBOX_PORT: '65535',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/x',
    DATABASE_URL: 'postgresql://ann:pw@db:5432/shop?sslmode=require',
    KLAVIYO_BASE_URL: 'http://127.0.0.1:4010',
    SERVER_KEY: 'secret',
    ADMIN_KEY: 'root',
    CONSENT_FROM: 'any',
    ALLOWED_ORIGINS: 'https://shop.example, http://localhost:3000',
    LOG_LEVEL: 'debug',
    KLAVIYO_REVISION: '2026-07-15',
    KLAVIYO_LIST_ID: 'XUepkK',
    KLAVIYO_CONSENT: 'email, sms',
    KLAVIYO_FLATTEN_PROPERTIES: 'true',
    KLAVIYO_ENFORCE_EMAIL_AS_PRIMARY: 'false',
    KLAVIYO_DEFAULT_COUNTRY: 'us',
    KLAVIYO_RATE_SHARE: '0.5',
    KLAVIYO_CONSENT_GAP_MS: '0',
  })
  expect(config).toMatchObject({
    port: 0,
    sandboxPort: 65_535,
    host: '0.0.0.0',
    dataDir: '/var/lib/x',
    databaseUrl: 'postgresql://ann:pw@db:5432/shop?sslmode=require',
    klaviyo: { baseUrl: 'http://127.0.0.1:4010' },
    serverKey: 'secret',
    adminKey: 'root',
    consentFrom: 'any',
    allowedOrigins: ['https://shop.example', 'http://localhost:3000'],
    logLevel: 'debug',
    settings: {
      revision: '2026-07-15',
      listId: 'XUepkK',
      consent: ['email', 'sms'],
      flattenProperties: true,
      enforceEmailAsPrimary: false,
      defaultCountry: 'US',
      rateShare: 0.5,
      consentGapMs: 0,
    },
  })
})

it('a blank variable counts as not set', () => {
  expect(readConfig({ PORT: '', ALLOWED_ORIGINS: ' ', KLAVIYO_LIST_ID: '' })).toMatchObject({
    port: 4000,
    allowedOrigins: 'any',
  })
})

it('any origin is written *', () => {
  expect(readConfig({ ...real, ALLOWED_ORIGINS: '*' }).allowedOrigins).toBe('any')
})

describe('a fault', () => {
  it.each<[variable: string, value: string, remedy: string]>([
    ['PORT', '70000', '0 (any free one) to 65535'],
    ['PORT', '40x', '0 (any free one) to 65535'],
    ['SANDBOX_PORT', '-1', 'must be a port'],
    ['WRITE_KEY', 'two words', 'letters, digits'],
    ['ADMIN_KEY', 'dev', 'must differ from WRITE_KEY'],
    ['SERVER_KEY', 'dev', 'must differ from WRITE_KEY'],
    ['CONSENT_FROM', 'browser', '"server"'],
    ['ALLOWED_ORIGINS', 'shop.example', 'https://shop.example'],
    ['ALLOWED_ORIGINS', 'https://shop.example/cart', 'origins'],
    ['KLAVIYO_BASE_URL', 'https://a.klaviyo.com', 'without KLAVIYO_API_KEY'],
    ['DATABASE_URL', 'mysql://db/shop', 'postgresql://user:password@host:5432/database'],
    ['DATABASE_URL', 'postgresql://ann:p@ss#word@db/shop', 'percent-encoded'],
    ['KLAVIYO_REVISION', '2020-01-01', '"2024-06-15"'],
    ['KLAVIYO_CONSENT', 'email,push', '"sms"'],
    ['KLAVIYO_FLATTEN_PROPERTIES', 'yes', 'boolean'],
    ['KLAVIYO_RATE_SHARE', '2', 'at most 1'],
    ['KLAVIYO_DEFAULT_COUNTRY', 'Atlantis', 'two letters'],
  ])('%s=%s is named with its remedy', (variable, value, remedy) => {
    const faults = faultsOf({ [variable]: value })
    expect(Object.keys(faults)).toEqual([variable])
    expect(faults[variable]).toMatch(new RegExp(`^${variable} `))
    expect(faults[variable]).toContain(remedy)
  })

  it('does not hide the others', () => {
    const faults = faultsOf({ PORT: 'x', KLAVIYO_API_KEY: 'pk_1', KLAVIYO_RATE_SHARE: '0', ALLOWED_ORIGINS: 'x' })
    expect(Object.keys(faults).toSorted()).toEqual(['ALLOWED_ORIGINS', 'KLAVIYO_RATE_SHARE', 'PORT', 'WRITE_KEY'])
  })

  it('never shows a key', () => {
    expect(
      JSON.stringify(
        faultsOf({
          KLAVIYO_API_KEY: 'pk_secret',
          WRITE_KEY: 'a secret',
          SERVER_KEY: 'b secret',
          DATABASE_URL: 'postgres://ann:secret@:/x',
        }),
      ),
    ).not.toContain('secret')
  })
})
