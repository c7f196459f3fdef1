import { createKlaviyo } from '@rudder-klaviyo/sdk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planLine } from './plan-line.ts'

const klaviyo = createKlaviyo({})
const plan = (text: string, number = 1): ReturnType<typeof planLine> => planLine({ number, text }, klaviyo)

const EVENT = { type: 'track', messageId: 'm-1', userId: 'u-1', event: 'Order Completed' } as const

describe('a line', () => {
  it('with an event is the plan of it', () => {
    expect(plan(JSON.stringify(EVENT))).toEqual({ isRefused: false, output: klaviyo.plan(EVENT) })
  })

  it.each([
    ['\\r behind it', `${JSON.stringify(EVENT)}\r`],
    ['a byte order mark before it', `\uFEFF${JSON.stringify(EVENT)}`],
    ['space around it', `\t ${JSON.stringify(EVENT)}  `],
  ])('with %s is the same', (_what, text) => {
    expect(plan(text)).toEqual({ isRefused: false, output: klaviyo.plan(EVENT) })
  })

  it.each(['', ' ', '\r', '\t \r', '\uFEFF'])('%j is blank: there is nothing to say', (text) => {
    expect(plan(text)).toBeUndefined()
  })

  it.each(['nope', '{', '{"type":"track",}', "{'type':'track'}", '{"a":1}{"b":2}', 'undefined', 'NaN'])(
    '%j is no JSON: the error has the number of the line and nothing of what it holds',
    (text) => {
      const planned = plan(text, 17)
      expect(planned).toMatchObject({
        isRefused: true,
        output: { error: { code: 'NOT_JSON', line: 17, issues: [{ path: '', code: 'NOT_JSON' }] } },
      })
      expect(planned?.output).toHaveProperty('error.message', expect.stringContaining('Line 17 is no JSON'))
      expect(planned?.output).not.toHaveProperty('messageId')
    },
  )

  it('with an event that is refused is the error with each issue, and the messageId of the event', () => {
    expect(plan('{"type":"track","messageId":"m-7","userId":"u-1"}')).toMatchObject({
      isRefused: true,
      output: { messageId: 'm-7', error: { code: 'EVENT_INVALID', issues: [{ path: 'event', code: 'REQUIRED' }] } },
    })
  })

  it('with a refused event that has no messageId has none either', () => {
    expect(plan('{"type":"track","userId":"u-1"}')?.output).not.toHaveProperty('messageId')
  })

  it('with an event without a messageId has neither it nor the keys that derive from it', () => {
    const { messageId: _, ...event } = EVENT
    const text = JSON.stringify(plan(JSON.stringify(event)))
    expect(text).not.toContain('messageId')
    expect(text).not.toContain('idempotencyKey')
    expect(JSON.stringify(plan(JSON.stringify(EVENT)))).toContain('"idempotencyKey":"m-1:')
  })

  it('of any kind gives one line of JSON: a plan, or an error that says what is wrong', () => {
    const json = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({
          type: fc.constantFrom('identify', 'track', 'group', 'screen'),
          userId: fc.jsonValue(),
          traits: fc.jsonValue(),
          properties: fc.jsonValue(),
          context: fc.jsonValue(),
          event: fc.jsonValue(),
          groupId: fc.jsonValue(),
          messageId: fc.jsonValue(),
        })
        .map((event) => JSON.stringify(event)),
    )
    fc.assert(
      fc.property(json, (text) => {
        const planned = plan(text)
        if (planned === undefined) return text.trim() === '' || text === '\uFEFF'
        return !JSON.stringify(planned.output).includes('\n') && planned.isRefused === 'error' in planned.output
      }),
    )
  })
})
