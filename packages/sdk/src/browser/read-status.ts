import type { EventState } from './event-state.ts'
import { GatewayError } from './gateway-error.ts'
import type { Post } from './post.ts'

const QUERY =
  'query Status($messageId:ID!){event(messageId:$messageId){acceptedAt attemptCount error{code message operation status}messageId name nextAttemptAt settledAt source status type warnings{code message path}}}'

/**
 * Asks once where an event stands.
 * @throws {GatewayError} `FAILED`, with the HTTP status, if there is no usable answer
 */
export async function readStatus(post: Post, messageId: string): Promise<EventState | null> {
  const answer = await post<{ event: EventState | null }>(QUERY, JSON.stringify({ messageId }))
  const { httpStatus, data, errors } = answer
  if (data?.event !== undefined && !errors) return data.event
  throw new GatewayError(`The status of event "${messageId}" could not be read (HTTP ${httpStatus}).`, {
    code: 'FAILED',
    messageId,
    httpStatus,
  })
}
