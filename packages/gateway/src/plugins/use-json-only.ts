import { createGraphQLError, type Plugin } from 'graphql-yoga'

/**
 * Takes a POST only as JSON. A form, `text/plain` and multipart can be sent by any web page without a preflight, so they
 * run nothing here; a GET cannot mutate (yoga sees to that).
 */
export function useJsonOnly(): Plugin {
  return {
    onRequestParse({ request }) {
      if (request.method !== 'POST') return
      const [type = ''] = (request.headers.get('content-type') ?? '').split(';', 1)
      if (type.trim().toLowerCase() === 'application/json') return
      throw createGraphQLError('The body of a request is JSON: send `content-type: application/json`.', {
        extensions: { code: 'UNSUPPORTED_MEDIA_TYPE', http: { status: 415, headers: { Accept: 'application/json' } } },
      })
    },
  }
}
