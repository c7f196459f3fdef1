import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KlaviyoError } from '@rudder-klaviyo/sdk'
import { parseEvent } from '../parse-event.ts'
import { readEntry } from './read-entry.ts'
import { reasonOf, rejectedLine } from './rejected-line.ts'
import type { Entry } from './entry.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A line of a file as an entry. */
function entryOf(text: string, number = 7, file = 'a.ndjson'): Entry {
  const content = readEntry({ file, line: { number, bytes: bytes(text) }, firstLine: bytes('first') })
  if (content === undefined) throw new Error('blank')
  return { ...content, position: { fileIndex: 0, line: number }, readBytes: 0 }
}

const REASON = { code: 'REJECTED', message: 'Klaviyo says no.' }
const rejected = (entry: Entry): string => rejectedLine(entry, entry.refusal ?? REASON)

describe('a rejected line', () => {
  it('holds the event to the letter, and the reason beside it', () => {
    const text = '{"type":"track","messageId":"m","big":12345678901234567890,"twice":1,"twice":2}'
    expect(rejected(entryOf(`\uFEFF ${text}\r`))).toBe(
      `{"event":${text},"error":{"code":"REJECTED","message":"Klaviyo says no."},"line":7,"file":"a.ndjson"}`,
    )
  })

  it('is read as the event that it holds, under the messageId that it was sent under', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const first = entryOf(JSON.stringify(value))
        const again = entryOf(rejected(first), 1, 'rejected.ndjson')
        expect(again.refusal).toBeUndefined()
        expect(again.event).toEqual(first.event)
        // Rejected once more, it still says where it came from.
        expect(again.origin).toEqual({ file: 'a.ndjson', line: 7 })
        expect(JSON.parse(rejected(again))).toMatchObject({ line: 7, file: 'a.ndjson' })
      }),
    )
  })

  it('of what was no JSON keeps the text, which can be mended', () => {
    const first = entryOf('{"type":"track"')
    const line = rejected(first)
    expect(JSON.parse(line)).toMatchObject({ text: '{"type":"track"', error: { code: 'NOT_JSON' } })
    expect(rejected(entryOf(line))).toMatch(/^\{"text":"\{\\"type\\":\\"track\\""/)
    const mended = JSON.stringify({ ...(JSON.parse(line) as object), text: '{"type":"track","messageId":"m"}' })
    expect(entryOf(mended)).toMatchObject({ event: { type: 'track', messageId: 'm' }, refusal: undefined })
  })

  it('of what was not kept says where to look, and is no event', () => {
    const content = readEntry({ file: 'a', line: { number: 3, bytes: undefined }, firstLine: bytes('') })
    const line = rejected({ ...content!, position: { fileIndex: 0, line: 3 }, readBytes: 0 })
    const again = entryOf(line, 1)
    expect(again.refusal).toMatchObject({ code: 'NO_EVENT', message: expect.stringContaining('line 3 of a') as string })
    expect(rejected(again)).toContain('"line":3,"file":"a"')
  })

  it('is an event for plan and explain too', () => {
    const text = rejected(entryOf('{"type":"track","messageId":"m"}'))
    expect(parseEvent({ number: 1, text })).toMatchObject({ event: { type: 'track', messageId: 'm' } })
  })

  it.each([
    ['an event that has the same members', '{"type":"track","event":"E","error":{},"line":1,"file":"f"}'],
    ['an answer of plan', '{"messageId":"m","error":{"code":"EVENT_INVALID"}}'],
  ])('is not %s', (_what, text) => {
    expect(parseEvent({ number: 1, text })).toEqual({ event: JSON.parse(text) as unknown })
  })
})

it('the reason of an event to be sent again tells when', () => {
  const error = new KlaviyoError('RATE_LIMITED', 'too many')
  const settlement = { index: 0, messageId: 'm', warnings: [], status: 'retry', retryAfterMs: 500, error } as const
  expect(reasonOf(undefined, settlement)).toEqual({ code: 'RATE_LIMITED', message: 'too many', retryAfterMs: 500 })
})
