import createFetchClient, { type Client } from 'openapi-fetch'
import { systemClock } from '../clock.ts'
import { ConfigError } from '../errors/config-error.ts'
import { createAttempt } from './attempt.ts'
import { DEFAULT_ATTEMPT_TIMEOUT_MS, DEFAULT_BASE_URL, type ClientOptions } from './client-options.ts'
import { authorization } from './middleware/authorization.ts'
import { mediaType } from './middleware/media-type.ts'
import { revisionHeader } from './middleware/revision-header.ts'
import { userAgent } from './middleware/user-agent.ts'

/**
 * openapi-fetch's client for Klaviyo, typed by the `paths` of a document. An answer that is no success is a value
 * (`response.ok` is false), a call without an answer throws. It makes one attempt and keeps no rate limit.
 * @throws {ConfigError} when `baseUrl` is no http(s) address, or holds a password; from a call, when its path leads elsewhere
 * @example
 * const client = createClient<PathsOf<'2024-06-15'>>({ apiKey: () => readKey(), revision: '2024-06-15' })
 * const { data, response } = await client.GET('/api/lists')
 */
export function createClient<Paths extends {}>(options: ClientOptions): Client<Paths> {
  const { revision, fetch, attemptTimeoutMs = DEFAULT_ATTEMPT_TIMEOUT_MS, clock = systemClock } = options
  const baseUrl = options.baseUrl ?? DEFAULT_BASE_URL
  const { origin } = checkedBaseUrl(baseUrl)
  const client = createFetchClient<Paths>({
    baseUrl,
    // The platform's `fetch` is looked up at each call and called as a function of the global object, as it demands.
    fetch: createAttempt({
      fetch: fetch ?? ((request, init) => globalThis.fetch(request, init)),
      timeoutMs: attemptTimeoutMs,
      clock,
    }),
    // Following a redirect would make a GET of a POST, and its 200 would pass for a delivery.
    redirect: 'manual',
    // Klaviyo writes lists in a query with commas.
    querySerializer: { array: { style: 'form', explode: false } },
  })
  // The only writers of headers. The key comes last, so that nothing of ours sees it.
  client.use(revisionHeader(revision), mediaType(revision), userAgent, authorization(options, origin))
  return client
}

function checkedBaseUrl(baseUrl: string): URL {
  const url = URL.parse(baseUrl)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw notUsable(`Option \`baseUrl\` must be an http(s) address, such as ${DEFAULT_BASE_URL}.`)
  }
  // An address is printed and stands in messages; a password must not. And `fetch` takes none in an address anyway.
  if (url.username !== '' || url.password !== '') {
    throw notUsable('Option `baseUrl` must hold no user name and no password (`user:password@`). Leave them out.')
  }
  return url
}

function notUsable(message: string): ConfigError {
  return new ConfigError([{ path: 'baseUrl', code: 'NOT_USABLE', message }])
}
