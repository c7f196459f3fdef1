import { randomUUID } from 'node:crypto'
import { createGraphQLError } from 'graphql-yoga'
import { GraphQLError } from 'graphql'
import { errorFields, type Logger } from '../logger.ts'

/**
 * Errors made for callers pass. Any other is logged with an id, and its caller gets the id, the code `INTERNAL` and
 * nothing of the cause.
 */
export function createMaskError(logger: Logger): (error: unknown) => Error {
  return (error) => {
    if (isForCallers(error)) return error
    const errorId = randomUUID()
    const located = error instanceof GraphQLError ? error : undefined
    const path = located?.path
    logger.error('A request failed for a reason nobody expected.', {
      errorId,
      path: path?.join('.'),
      ...errorFields(located?.cause ?? error),
    })
    return createGraphQLError(
      `Something failed here that should not. Send it again with the same messageId; if it stays so, give the operator this id: ${errorId}.`,
      path === undefined
        ? // Nothing of the request ran, so no field has an answer that a status could belie.
          { extensions: { code: 'INTERNAL', errorId, http: { status: 500 } } }
        : { path, extensions: { code: 'INTERNAL', errorId } },
    )
  }
}

function isForCallers(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  return error.cause === undefined || isForCallers(error.cause)
}
