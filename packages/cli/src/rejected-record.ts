import { hasMessageId, isRecord } from './message-id.ts'

/** Where something was read first. */
export interface Origin {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
}

/** What a line of a `--rejected` file holds beside the reason: the event, or the text that was none. */
export type RejectedContent =
  | { readonly origin: Origin; readonly event: unknown }
  | { readonly origin: Origin; readonly text: string }
  /** The line was too long to keep, or no text: it has to be looked up where it came from. */
  | { readonly origin: Origin }

/**
 * What a line that `send --rejected` wrote holds; `undefined` for a line of another kind, such as an event. An event
 * that has no messageId gets the one that it was sent under.
 */
export function readRejectedRecord(value: unknown): RejectedContent | undefined {
  if (!isRecord(value) || 'type' in value) return undefined
  const { file, line, error, event, text, messageId } = value
  if (typeof file !== 'string' || typeof line !== 'number' || !isRecord(error)) return undefined
  const origin = { file, line }
  if ('event' in value) {
    const isNameless = isRecord(event) && !hasMessageId(event) && typeof messageId === 'string'
    return { origin, event: isNameless ? { ...event, messageId } : event }
  }
  return typeof text === 'string' ? { origin, text } : { origin }
}
