import { createGraphQLError } from 'graphql-yoga'
import type { AcceptResult } from '../accept/acceptance.ts'
import type { GatewayContext, RequestTally } from '../context.ts'
import { createArgumentPaths } from './argument-paths.ts'
import type { Accepted } from './event-accepted.ts'
import type { PlacedEvent } from './event-argument.ts'
import type { Invalid } from './event-invalid.ts'
import { withArgumentPaths } from './with-argument-paths.ts'

type Unavailable = Extract<AcceptResult, { kind: 'unavailable' }>

/**
 * Hands the events of one field in, in order, and puts the results in the words of its argument.
 * @throws {GraphQLError} `OUTBOX_UNAVAILABLE` when one of them could not be kept: the whole field is `null` then, and all
 * of it may be sent again, since what was kept is taken once
 */
export async function acceptEvents(
  events: readonly PlacedEvent[],
  { acceptance, source, tally }: GatewayContext,
): Promise<readonly (Accepted | Invalid)[]> {
  const results = await acceptance.accept(
    source,
    events.map(({ event }) => event),
  )
  tally.acceptedCount += results.filter(({ kind }) => kind === 'accepted').length
  const unavailable = results.filter((result) => result.kind === 'unavailable')
  const [first] = unavailable
  if (first !== undefined) throw unavailableError(first, results, addUnavailable(unavailable, tally))
  return results.flatMap((result, index) => {
    const placed = events[index]
    return placed === undefined || result.kind === 'unavailable' ? [] : [inArgumentWords(result, placed)]
  })
}

function inArgumentWords(result: Accepted | Invalid, placed: PlacedEvent): Accepted | Invalid {
  const paths = createArgumentPaths(placed, placed.prefix)
  if (result.kind === 'invalid') {
    return {
      ...result,
      message: paths.toMessage(result.message),
      issues: withArgumentPaths(result.issues, paths),
    }
  }
  return { ...result, warnings: [...ownWarnings(placed), ...withArgumentPaths(result.warnings, paths)] }
}

/** The warnings of reading the argument, with their whole path. */
export function ownWarnings({ warnings, prefix }: PlacedEvent): PlacedEvent['warnings'] {
  return warnings.map((warning) => ({
    ...warning,
    path: `${prefix}.${warning.path}`,
    message: warning.message.replace(`\`${warning.path}\``, `\`${prefix}.${warning.path}\``),
  }))
}

function addUnavailable(unavailable: readonly Unavailable[], tally: RequestTally): number {
  const retryAfterSeconds = Math.max(...unavailable.map((result) => result.retryAfterSeconds))
  tally.unavailableCount += unavailable.length
  tally.retryAfterSeconds = Math.max(tally.retryAfterSeconds, retryAfterSeconds)
  return retryAfterSeconds
}

function unavailableError(
  first: Unavailable,
  results: readonly AcceptResult[],
  retryAfterSeconds: number,
): ReturnType<typeof createGraphQLError> {
  return createGraphQLError(first.message, {
    extensions: {
      code: 'OUTBOX_UNAVAILABLE',
      retryAfterSeconds,
      // One per event, in order: to be sent again with them. `null`: the event is invalid and had none.
      messageIds: results.map(({ messageId }) => messageId ?? null),
    },
  })
}
