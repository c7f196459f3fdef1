import type { Json } from '../../event/json.ts'

/** A request as it left, with its body parsed. */
export interface SentRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: Json | undefined
}

/** What to answer to the request of this number, counted from 0. */
export type Answer = (request: SentRequest, index: number) => Response | Promise<Response>

/** A `fetch` that records what it is asked and answers as it is told. */
export function recordingFetch(answer: Answer): {
  readonly fetch: typeof globalThis.fetch
  readonly sent: SentRequest[]
} {
  const sent: SentRequest[] = []
  return {
    sent,
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const text = await request.text()
      // Tests send JSON; its type cannot be known here.
      const body = text === '' ? undefined : (JSON.parse(text) as Json)
      const record = { method: request.method, url: new URL(request.url), headers: request.headers, body }
      sent.push(record)
      return answer(record, sent.length - 1)
    },
  }
}

/** The empty 202 that Klaviyo answers to events and changes of consent. */
export const accepted = (): Response => new Response(null, { status: 202 })

/** A JSON:API error answer with one entry. */
export function refused(
  status: number,
  entry: Readonly<Record<string, Json>> = {},
  headers: Record<string, string> = {},
): Response {
  const error = { id: 'e-1', status, code: 'invalid', title: 'Invalid input.', detail: 'secret detail', ...entry }
  return Response.json({ errors: [error] }, { status, headers })
}
