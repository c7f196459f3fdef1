import { GatewayError } from './gateway-error.ts'
import type { Answer } from './post.ts'
import { callOf, type WaitingEvent } from './waiting-event.ts'

/** The error of an event that will not be sent again. GraphQL's own messages are not passed on: they quote values. */
export function refusalOf(event: WaitingEvent, answer: Answer<unknown>, isFinal: boolean): GatewayError {
  const { httpStatus } = answer
  const { messageId } = event
  return new GatewayError(
    `${callOf(event)} event "${messageId}" ${isFinal ? 'was refused by' : 'failed ten times at'} the gateway (HTTP ${httpStatus}). ${remedyOf(answer)}`,
    { code: isFinal ? 'REFUSED' : 'FAILED', messageId, httpStatus },
  )
}

function remedyOf({ httpStatus, errors = [] }: Answer<unknown>): string {
  if (httpStatus > 400) return httpStatus < 404 ? 'Check writeKey.' : 'Check url, and the size of the event.'
  const places = errors.map(({ message }) => / at "events\[0\]\.\w+([^"]*)/.exec(message)?.[1])
  return `Look for a wrong JSON type or an unknown field at ${places.map((place) => `input${place ?? ''}`).join()}.`
}
