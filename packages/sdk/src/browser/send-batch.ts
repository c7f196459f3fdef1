import type { EventIssue, EventWarning } from '../generated/gateway-inputs.ts'
import type { EventOutcome } from './event-outcome.ts'
import type { Answer, Post } from './post.ts'
import { callOf, type WaitingEvent } from './waiting-event.ts'

const NOTE = '{code message path}'
const QUERY = `mutation Send($events:[EventInput!]!){batch(events:$events){...on EventAccepted{duplicate warnings${NOTE}}...on EventInvalid{issues${NOTE}}}}`

type Result =
  | { readonly duplicate: boolean; readonly warnings: readonly EventWarning[] }
  | { readonly issues: readonly EventIssue[] }

interface BatchData {
  readonly batch?: readonly (Result | null)[] | null
}

/** Sends events in one request, in order, and settles those that have a result. Never rejects. */
export async function sendBatch(post: Post, events: readonly WaitingEvent[]): Promise<Answer<BatchData>> {
  const answer = await post<BatchData>(QUERY, `{"events":[${events.map(({ json }) => json).join()}]}`)
  answer.data?.batch?.forEach((result, index) => {
    const event = events[index]
    if (result && event) event.settle(outcomeOf(inCallersWords(result, `events[${index}].${callOf(event)}`), event))
  })
  return answer
}

/** The place in the request is the client's own affair: the caller knows it as the argument of the call. */
function inCallersWords(result: Result, place: string): Result {
  // The same value, with the place replaced in its texts.
  return JSON.parse(JSON.stringify(result).replaceAll(place, 'input')) as Result
}

function outcomeOf(result: Result, { messageId }: WaitingEvent): EventOutcome {
  return 'issues' in result ? { status: 'invalid', messageId, ...result } : { status: 'accepted', messageId, ...result }
}
