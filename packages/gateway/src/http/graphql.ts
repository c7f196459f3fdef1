import type { GraphQLSchema } from 'graphql'
import { createYoga } from 'graphql-yoga'
import type { Acceptance, Source } from '../accept/acceptance.ts'
import { newTally, type GatewayContext } from '../context.ts'
import { corsFor, type AllowedOrigins } from '../edge/cors.ts'
import { createQueryCache } from '../edge/create-query-cache.ts'
import type { Keys } from '../edge/keys.ts'
import { createMaskError } from '../edge/mask-error.ts'
import type { Logger } from '../logger.ts'
import type { ServerContext } from '../plugins/server-context.ts'
import { useJsonOnly } from '../plugins/use-json-only.ts'
import { useLimits } from '../plugins/use-limits.ts'
import { useSafeErrors } from '../plugins/use-safe-errors.ts'
import { useUnavailableStatus } from '../plugins/use-unavailable-status.ts'
import { useVariableCheck } from '../plugins/use-variable-check.ts'
import { useVaryOrigin } from '../plugins/use-vary-origin.ts'
import { useWriteKey } from '../plugins/use-write-key.ts'
import type { Handler } from './routes.ts'

/** What the GraphQL endpoint works with. */
export interface GraphQLOptions {
  readonly schema: GraphQLSchema
  readonly keys: Keys
  readonly acceptance: Acceptance
  readonly settings: GatewayContext['settings']
  readonly allowedOrigins: AllowedOrigins
  readonly maxBodyBytes: number
  readonly logger: Logger
  readonly now: () => number
}

/** `/graphql` for programs. The page for people is served beside it: yoga would send its 9 MB uncompressed. */
export function createGraphQL(options: GraphQLOptions): Handler {
  const { schema, keys, acceptance, settings, logger, now } = options
  const yoga = createYoga<ServerContext, GatewayContext>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    // An operation can hold many mutations, and `batch` 500 events; a list of operations would only get around the limits.
    batching: false,
    multipart: false,
    maxRequestBodySize: options.maxBodyBytes,
    parserAndValidationCache: { documentCache: createQueryCache(), errorCache: createQueryCache() },
    cors: corsFor(options.allowedOrigins),
    // Errors are logged once, with their id, where they are masked.
    logging: false,
    maskedErrors: { maskError: createMaskError(logger) },
    context: ({ source, tally }) => ({ source: known(source), acceptance, settings, tally, now }),
    plugins: [
      useVaryOrigin(), // behind yoga's CORS, which marks only some answers
      useWriteKey(keys), // before the body is read: an unknown caller costs nothing
      useJsonOnly(), // before parsing: what a foreign page can send without a preflight runs nothing
      useLimits(), // while parsing: validation can cost the square of what it is given
      useVariableCheck(), // before execution: nothing of a refused request is accepted
      useSafeErrors(), // behind everything that makes errors
      useUnavailableStatus(), // once all fields of the operation have their answer
    ],
  })
  return (request) => yoga.fetch(request, { tally: newTally() })
}

function known(source: Source | undefined): Source {
  if (source === undefined) throw new Error('a request came past useWriteKey without a source')
  return source
}
