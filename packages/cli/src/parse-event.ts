import type { Line } from './read-lines.ts'

/** Why a line is no event. */
export interface LineError {
  readonly code: 'NOT_JSON'
  readonly message: string
  /** Its number, counted from 1. */
  readonly line: number
  readonly issues: readonly { readonly path: ''; readonly code: 'NOT_JSON'; readonly message: string }[]
}

/** The JSON of a line; `undefined` for a blank one. */
export function parseEvent({ number, text }: Line): { event: unknown } | { error: LineError } | undefined {
  // A byte order mark may stand before the first line, `\r` behind each.
  const json = text.replace(/^\uFEFF/, '').trim()
  if (json === '') return undefined
  try {
    const event: unknown = JSON.parse(json)
    return { event }
  } catch {
    const message = `Line ${number} is no JSON: write one event a line, such as {"type":"identify","userId":"u-1"}.`
    return { error: { code: 'NOT_JSON', message, line: number, issues: [{ path: '', code: 'NOT_JSON', message }] } }
  }
}
