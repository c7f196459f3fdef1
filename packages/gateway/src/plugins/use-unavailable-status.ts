import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { ServerContext } from './server-context.ts'

/**
 * Answers 503 with `Retry-After` if the outbox took no event of the request and refused at least one for its own sake.
 * Runs once the operation is done; while anything was accepted the status stays 200 and `errors` says the rest.
 */
export function useUnavailableStatus(): Plugin<ServerContext, ServerContext> {
  return {
    onExecutionResult(payload) {
      const { result, context } = payload
      const { acceptedCount, unavailableCount, retryAfterSeconds } = context.tally
      if (result === undefined || Array.isArray(result) || isAsyncIterable(result)) return
      if (acceptedCount > 0 || unavailableCount === 0) return
      const http = { status: 503, headers: { 'Retry-After': String(retryAfterSeconds) } }
      payload.setResult({ ...result, extensions: { ...result.extensions, http } })
    },
  }
}
