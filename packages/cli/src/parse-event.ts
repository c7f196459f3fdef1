import type { Line } from './read-lines.ts'
import { readRejectedRecord, type Origin } from './rejected-record.ts'

/** Why a line is no event. */
export interface LineError {
  readonly code: 'NOT_JSON' | 'NO_EVENT'
  readonly message: string
  /** Its number, counted from 1. */
  readonly line: number
  readonly issues: readonly { readonly path: ''; readonly code: LineError['code']; readonly message: string }[]
}

/** The event of a line, or why there is none and the text that is no JSON. */
export type ParsedLine = ({ readonly event: unknown } | { readonly error: LineError; readonly text?: string }) & {
  /** Of a line that `send --rejected` wrote: where its event was read first. */
  readonly origin?: Origin
}

/**
 * The event of a line; `undefined` for a blank one. A line that `send --rejected` wrote is taken for the event that it
 * holds.
 */
export function parseEvent({ number, text }: Line): ParsedLine | undefined {
  const json = jsonOf(text)
  if (json === '') return undefined
  const value = parsed(json)
  if (value === undefined) return { error: notJson(number), text: json }
  const record = readRejectedRecord(value)
  if (record === undefined) return { event: value }
  if ('event' in record) return record
  const { origin } = record
  if (!('text' in record)) return { origin, error: noEvent(number, origin) }
  const event = parsed(jsonOf(record.text))
  return event === undefined ? { origin, error: notJson(number), text: record.text } : { origin, event }
}

/** The JSON of a line: a byte order mark may stand before the first one, `\r` behind each. */
export function jsonOf(text: string): string {
  return text.replace(/^\uFEFF/, '').trim()
}

/** `undefined`, which no JSON stands for, when it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function notJson(line: number): LineError {
  return lineError('NOT_JSON', line, 'is no JSON: write one event a line, such as {"type":"identify","userId":"u-1"}.')
}

function noEvent(line: number, { file, line: first }: Origin): LineError {
  return lineError('NO_EVENT', line, `holds no event: mend line ${first} of ${file}, and send that.`)
}

function lineError(code: LineError['code'], line: number, what: string): LineError {
  const message = `Line ${line} ${what}`
  return { code, message, line, issues: [{ path: '', code, message }] }
}
