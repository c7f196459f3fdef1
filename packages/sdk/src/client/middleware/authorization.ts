import type { Middleware } from 'openapi-fetch'
import { ConfigError } from '../../errors/config-error.ts'
import { KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { ClientOptions, Secret } from '../client-options.ts'
import { requireOwnAddress } from './require-own-address.ts'

/**
 * Writes `Authorization`. The secret is asked for at each call and lives in closures only, so that neither
 * `JSON.stringify` nor an inspector of anything we hand out can show it. A request to another origin than `origin` never
 * gets it: the call fails.
 */
export function authorization(
  { apiKey, accessToken }: Pick<ClientOptions, 'apiKey' | 'accessToken'>,
  origin: string,
): Middleware {
  const credential =
    apiKey === undefined
      ? { option: 'accessToken', scheme: 'Bearer', secret: accessToken }
      : { option: 'apiKey', scheme: 'Klaviyo-API-Key', secret: apiKey }
  return {
    async onRequest({ request, schemaPath, params }) {
      requireOwnAddress({ url: request.url, path: schemaPath, values: Object.values(params.path ?? {}) }, origin)
      const value = (await resolve(credential.secret, credential.option)).trim()
      // Headers would refuse it too, and put the key into the message.
      if (!/^[\x21-\x7e]+$/.test(value)) throw notUsable(credential.secret === undefined, credential.option)
      request.headers.set('authorization', `${credential.scheme} ${value}`)
      return request
    },
  }
}

async function resolve(secret: Secret | undefined, option: string): Promise<string> {
  if (typeof secret !== 'function') return secret ?? ''
  let given: unknown
  try {
    given = await secret()
  } catch (cause) {
    throw unread(option, 'failed (see `cause`)', cause)
  }
  if (typeof given === 'string') return given
  throw unread(option, 'gave no text')
}

/** For the caller it is as if the key were refused: nothing of the account can go out, and nothing is lost. */
function unread(option: string, what: string, cause?: unknown): KlaviyoError {
  const message = `The Klaviyo key could not be read: the function \`${option}\` ${what}. Mend it; nothing was sent.`
  return new KlaviyoError('NOT_AUTHORIZED', message, { cause })
}

function notUsable(isMissing: boolean, option: string): ConfigError {
  const message = isMissing
    ? 'Sending needs a key: set `apiKey` (a private key of the Klaviyo account) or `accessToken`.'
    : `Option \`${option}\` is blank or holds characters that no key has: give the key alone, without quotes or line breaks.`
  return new ConfigError([{ path: option, code: isMissing ? 'REQUIRED' : 'NOT_USABLE', message }])
}
