import { isUtf8 } from 'node:buffer'
import { hasMessageId, isRecord } from '../message-id.ts'
import { jsonOf, parseEvent } from '../parse-event.ts'
import type { ByteLine } from './byte-lines.ts'
import { derivedMessageId } from './derived-message-id.ts'
import type { Entry, Refusal } from './entry.ts'

/** Longer lines are refused: no RudderStack event comes near, and Klaviyo takes at most 5 MB a call. */
export const MAX_LINE_BYTES = 4_194_304

const decoder = new TextDecoder()

/** What a line holds, and what is known of its file. */
export interface LineInput {
  readonly file: string
  readonly line: ByteLine
  readonly firstLine: Uint8Array
}

type Content = Pick<Entry, 'file' | 'origin' | 'event' | 'given' | 'derivedId' | 'refusal'>

/** The event of a line, or why there is none; `undefined` for a blank line. */
export function readEntry({ file, line: { number, bytes }, firstLine }: LineInput): Content | undefined {
  const origin = { file, line: number }
  const refused = (code: Refusal['code'], what: string, given?: string): Content => ({
    file,
    origin,
    event: null,
    given,
    derivedId: undefined,
    refusal: { code, message: `${file}, line ${number} ${what}` },
  })
  if (bytes === undefined)
    return refused('LINE_TOO_LONG', `is longer than ${MAX_LINE_BYTES} bytes: write one event a line.`)
  if (!isUtf8(bytes))
    return refused('NOT_UTF8', 'is not UTF-8: convert the file (for example with iconv) and send it again.')
  const text = jsonOf(decoder.decode(bytes))
  const parsed = parseEvent({ number, text })
  if (parsed === undefined) return undefined
  const first = parsed.origin ?? origin
  if ('error' in parsed) {
    const { code, message } = parsed.error
    return { ...refused(code, message.replace(/^Line \d+ /, ''), parsed.text), origin: first }
  }
  // Of a line of --rejected the event alone; else the text itself, so that it stays as it was to the last digit.
  const given = parsed.origin === undefined ? text : JSON.stringify(parsed.event)
  const { event } = parsed
  if (!isRecord(event) || hasMessageId(event)) {
    return { file, origin: first, event, given, derivedId: undefined, refusal: undefined }
  }
  const messageId = derivedMessageId({ firstLine, number, bytes })
  return { file, origin: first, event: { ...event, messageId }, given, derivedId: messageId, refusal: undefined }
}
