import type { Client, Middleware } from 'openapi-fetch'
import { toKlaviyoApiError } from '../errors/to-klaviyo-error.ts'
import type { Revision } from '../revision.ts'
import type { PlainPaths } from './call.ts'
import type { KlaviyoClient } from './klaviyo-client.ts'
import { endpointAt } from './revisions.ts'

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'] as const

/**
 * The client of the user over the one that everything goes through, with `KlaviyoApiError` as `error`. An answer that is
 * no success always has one, also when its body is empty.
 */
export function withApiErrors<Paths extends object>(
  client: Client<PlainPaths>,
  revision: Revision,
): KlaviyoClient<Paths>
export function withApiErrors(client: Client<PlainPaths>, revision: Revision): object {
  const methods = METHODS.map((method): readonly [string, Method] => [
    method,
    async (path, init) => {
      // Which methods, paths and arguments there are, the types of the document say.
      const request = client[method] as Method
      const answer = await request(path, init)
      if (answer.response.ok) return answer
      const endpoint = endpointAt(revision, method, path)
      const error = toKlaviyoApiError({
        operation: endpoint?.operation ?? `${method} ${path}`,
        response: answer.response,
        body: answer.error,
        scopes: endpoint?.scopes ?? [],
      })
      return { error, response: answer.response }
    },
  ])
  return Object.freeze({
    ...Object.fromEntries(methods),
    use: (...middleware: Middleware[]) => client.use(...middleware),
    eject: (...middleware: Middleware[]) => client.eject(...middleware),
  })
}

type Method = (path: string, init?: object) => Promise<Answer>

interface Answer {
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}
