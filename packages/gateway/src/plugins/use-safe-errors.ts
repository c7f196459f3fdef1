import type { GraphQLError } from 'graphql'
import { createGraphQLError, type Plugin } from 'graphql-yoga'
import { limitExceeded } from '../edge/limit-exceeded.ts'
import { safeMessage } from '../edge/safe-message.ts'

/**
 * The one place that every answer passes: nothing of graphql and yoga quotes a value of the request. Errors of our own
 * have a code of ours and say what they say.
 */
export function useSafeErrors(): Plugin {
  return {
    onResultProcess(payload) {
      const { result } = payload
      if (Array.isArray(result) || !('errors' in result) || result.errors === undefined) return
      payload.setResult({ ...result, errors: result.errors.map(toAnswer) })
    },
  }
}

/** Those whose messages are our own. */
const OWN_CODES = new Set<unknown>([
  'FORBIDDEN',
  'INTERNAL',
  'OUTBOX_UNAVAILABLE',
  'UNAUTHENTICATED',
  'UNSUPPORTED_MEDIA_TYPE',
  'VARIABLE_INVALID',
])

function toAnswer(error: GraphQLError): GraphQLError {
  const { code } = error.extensions
  // Anew: yoga marks whatever parsing throws as a fault that a client that asks for JSON gets with 200.
  if (code === 'LIMIT_EXCEEDED') return limitExceeded(error.message)
  return OWN_CODES.has(code) ? error : withoutValues(error)
}

function withoutValues({ message, nodes, source, positions, path, extensions }: GraphQLError): GraphQLError {
  // Yoga quotes the body that is no JSON in `originalError`.
  const { originalError: _body, ...safe } = extensions
  return createGraphQLError(safeMessage(message), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    extensions: safe,
  })
}
