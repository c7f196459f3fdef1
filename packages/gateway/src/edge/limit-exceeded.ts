import { createGraphQLError } from 'graphql-yoga'
import type { GraphQLError } from 'graphql'

/** The refusal of a request that asks for too much: 400, whatever form of answer the client takes. */
export function limitExceeded(message: string): GraphQLError {
  return createGraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', http: { status: 400 } } })
}
