import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '../usage-error.ts'
import { openDestination, type Destination, type SendEnvironment } from './open-destination.ts'

const logger = { debug: () => undefined, warn: () => undefined, error: () => undefined }

async function configFile(options: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rudder-klaviyo-config-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'klaviyo.json')
  await writeFile(path, JSON.stringify(options))
  return path
}

async function open(environment: SendEnvironment, options?: object, sandbox = false): Promise<Destination> {
  const config = options === undefined ? undefined : await configFile(options)
  return openDestination({ config, revision: '2026-07-15', sandbox, logger }, environment)
}

describe('where events go', () => {
  it.each<[what: string, environment: SendEnvironment, options: object | undefined, address: string]>([
    ['Klaviyo', { KLAVIYO_API_KEY: 'pk' }, undefined, 'https://a.klaviyo.com'],
    [
      'an address of the environment, of which only the origin shows',
      { KLAVIYO_API_KEY: 'pk', KLAVIYO_BASE_URL: 'http://127.0.0.1:9/x?y=z' },
      undefined,
      'http://127.0.0.1:9',
    ],
    [
      'that of the environment before that of the file',
      { KLAVIYO_API_KEY: 'pk', KLAVIYO_BASE_URL: 'http://127.0.0.1:9' },
      { baseUrl: 'http://127.0.0.1:8' },
      'http://127.0.0.1:9',
    ],
    [
      'that of the file',
      { KLAVIYO_API_KEY: 'pk', KLAVIYO_BASE_URL: ' ' },
      { baseUrl: 'http://127.0.0.1:8' },
      'http://127.0.0.1:8',
    ],
    [
      'with a key of the environment in place of a token of the file',
      { KLAVIYO_API_KEY: 'pk' },
      { accessToken: 't' },
      'https://a.klaviyo.com',
    ],
    ['with a key of the file', {}, { apiKey: 'pk' }, 'https://a.klaviyo.com'],
  ])('%s', async (_what, environment, options, address) => {
    await using destination = await open(environment, options)
    expect(destination.address).toBe(address)
  })

  it.each<[what: string, environment: SendEnvironment, options: object | undefined, words: RegExp]>([
    ['no key', {}, undefined, /KLAVIYO_API_KEY.*--sandbox/],
    ['a blank key', { KLAVIYO_API_KEY: ' ' }, undefined, /KLAVIYO_API_KEY/],
    ['no address', { KLAVIYO_API_KEY: 'pk', KLAVIYO_BASE_URL: 'klaviyo' }, undefined, /must be an address/],
    ['an unknown option', { KLAVIYO_API_KEY: 'pk' }, { listID: 'x' }, /Did you mean `listId`/],
  ])('%s is wrong use', async (_what, environment, options, words) => {
    const opened = open(environment, options)
    await expect(opened).rejects.toThrow(UsageError)
    await expect(opened).rejects.toThrow(words)
  })

  it('a sandbox on this machine, whatever key there is', async () => {
    await using destination = await open({ KLAVIYO_API_KEY: 'pk' }, { apiKey: 'other' }, true)
    expect(destination.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const event = { type: 'track', messageId: 'm', userId: 'u', event: 'E' }
    expect(await destination.klaviyo.sendAll([event])).toMatchObject({ deliveredCount: 1 })
  })
})
