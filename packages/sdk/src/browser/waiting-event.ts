import type { EventInput } from '../generated/gateway-inputs.ts'
import type { EventOutcome } from './event-outcome.ts'
import type { GatewayError } from './gateway-error.ts'
import type { KeptEvent } from './kept-events.ts'

/** The calls that send an event. */
export type EventCall = keyof EventInput

/** What a call takes. */
export type InputOf<Call extends EventCall> = NonNullable<EventInput[Call]>

/** An event that the gateway has not answered yet. */
export interface WaitingEvent extends KeptEvent {
  /** Left behind by an earlier page, or a matter of another open one. */
  readonly isAdopted: boolean
  /** Call it once. Without an outcome: it is not known here, as another page settled the event. */
  readonly settle: (outcome?: EventOutcome | GatewayError) => void
}

/** The call of an event: the one key of its JSON. */
export function callOf({ json }: KeptEvent): string {
  return json.slice(2, json.indexOf('"', 2))
}

/** The length of a text in UTF-8. */
export function sizeBytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
