import type { Middleware } from 'openapi-fetch'
import { ConfigError } from '../../errors/config-error.ts'
import { KlaviyoError } from '../../errors/klaviyo-error.ts'
import type { ClientOptions, Secret } from '../client-options.ts'

/**
 * Writes `Authorization`. The secret is asked for at each call and lives in closures only, so that neither
 * `JSON.stringify` nor an inspector of anything we hand out can show it.
 */
export function authorization({ apiKey, accessToken }: Pick<ClientOptions, 'apiKey' | 'accessToken'>): Middleware {
  const credential =
    apiKey === undefined
      ? { option: 'accessToken', scheme: 'Bearer', secret: accessToken }
      : { option: 'apiKey', scheme: 'Klaviyo-API-Key', secret: apiKey }
  return {
    async onRequest({ request }) {
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
  try {
    return await secret()
  } catch (cause) {
    // For the caller it is as if the key were refused: nothing of the account can go out, and nothing is lost.
    const message = `The Klaviyo key could not be read: the function \`${option}\` failed (see \`cause\`). Mend it; nothing was sent.`
    throw new KlaviyoError('NOT_AUTHORIZED', message, { cause })
  }
}

function notUsable(isMissing: boolean, option: string): ConfigError {
  const message = isMissing
    ? 'Sending needs a key: set `apiKey` (a private key of the Klaviyo account) or `accessToken`.'
    : `Option \`${option}\` is blank or holds characters that no key has: give the key alone, without quotes or line breaks.`
  return new ConfigError([{ path: option, code: isMissing ? 'REQUIRED' : 'NOT_USABLE', message }])
}
