import { createGraphQLError, type Plugin } from 'graphql-yoga'
import type { Keys } from '../edge/keys.ts'
import type { ServerContext } from './server-context.ts'

/**
 * Refuses a request without a known key, before its body is read, and tells the others whose key it is. Preflights and
 * the page of GraphiQL are answered before and need none.
 */
export function useWriteKey(keys: Keys): Plugin<object, ServerContext> {
  return {
    onRequestParse({ request, serverContext }) {
      const source = keys.sourceOf(request.headers)
      if (source === undefined) throw unauthenticated(request.headers.has('authorization'))
      serverContext.source = source
    },
  }
}

function unauthenticated(hasKey: boolean): ReturnType<typeof createGraphQLError> {
  const what = hasKey ? 'The key of this request is not known here.' : 'This request has no key.'
  return createGraphQLError(
    `${what} Send \`Authorization: Bearer <write key>\` (or Basic, with the key as user name); the operator sets it with WRITE_KEY.`,
    {
      extensions: {
        code: 'UNAUTHENTICATED',
        // Not Basic: a browser would ask for it, remember it, and send it along from any page.
        http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
      },
    },
  )
}
