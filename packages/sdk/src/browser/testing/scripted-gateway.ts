import type { EventInput, IdentifyInput } from '../../generated/gateway-inputs.ts'

/** A request as the gateway gets it. */
export interface SeenRequest {
  readonly url: string
  readonly headers: Headers
  readonly keepalive: boolean
  readonly sizeBytes: number
  readonly events: readonly EventInput[]
}

type BasicInput = Pick<IdentifyInput, 'messageId' | 'timestamp'>

type Answerer = (request: SeenRequest) => Response | Promise<Response>

/** A gateway that answers as it is told, request by request; without a word it accepts everything. */
export interface ScriptedGateway {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly seen: SeenRequest[]
  /** Says how the next requests are answered, one each. */
  next(...answers: Answerer[]): void
  /** How every request from now on is answered, unless `next` said otherwise. */
  always(answer: Answerer): void
}

export function createScriptedGateway(): ScriptedGateway {
  const seen: SeenRequest[] = []
  const answers: Answerer[] = []
  let usual: Answerer = accept
  return {
    seen,
    next: (...more) => void answers.push(...more),
    always: (answer) => {
      usual = answer
    },
    async fetch(url, { body, headers, keepalive = false }) {
      const text = typeof body === 'string' ? body : ''
      // What the client sends: its own form is checked against a real gateway elsewhere.
      const { variables } = JSON.parse(text) as { variables: { events: EventInput[] } }
      const sizeBytes = new TextEncoder().encode(text).length
      const request = { url, headers: new Headers(headers), keepalive, sizeBytes, events: variables.events }
      seen.push(request)
      return (answers.shift() ?? usual)(request)
    },
  }
}

/** What is in an event, whichever call sent it. */
export function inputOf({ group, identify, screen, track }: EventInput): BasicInput {
  return group ?? identify ?? screen ?? track ?? {}
}

/** The messageIds of a request, in order. */
export const idsOf = ({ events }: SeenRequest): readonly unknown[] => events.map((event) => inputOf(event).messageId)

export const accepted = { duplicate: false, warnings: [] }

export const accept: Answerer = ({ events }) => Response.json({ data: { batch: events.map(() => accepted) } })

export const fail =
  (status: number, headers: Record<string, string> = {}, body: unknown = {}): Answerer =>
  () =>
    Response.json(body, { status, headers })

/** As `fetch` does without a network. */
export const disconnect: Answerer = () => Promise.reject(new TypeError('Failed to fetch'))
