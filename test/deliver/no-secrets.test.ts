import { createKlaviyo, KlaviyoError } from '@rudder-klaviyo/sdk'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createVirtualTime } from '../support/virtual-time.ts'
import { clash, createScriptedKlaviyo, taken } from './scripted-klaviyo.ts'

const KEY = 'pk_0123456789abcdef'
// Each value is found in a text by the same mark.
const MARK = 'zqzq'
const traits = {
  email: `${MARK}@example.com`,
  firstName: MARK,
  title: MARK,
  properties: { subscribe: true, listId: 'L', consent: ['email'] },
}
const events = [
  { type: 'identify', messageId: 'm-1', userId: MARK, traits },
  {
    type: 'identify',
    messageId: 'm-2',
    userId: MARK,
    traits: { ...traits, properties: { subscribe: false, listId: 'L' } },
  },
  { type: 'track', messageId: 'm-3', event: 'Signed Up', userId: MARK, properties: { note: MARK } },
  { type: 'track', messageId: 'm-4', event: 'Signed Up', userId: `${MARK}-2`, properties: { note: MARK } },
  { type: 'group', messageId: 'm-5', groupId: 'L', userId: MARK, traits: { subscribe: true, consent: ['email'] } },
]

/** Answers as talkative as can be: they repeat what was sent, and the key. */
const answers: readonly (() => Response | undefined)[] = [
  () => undefined,
  clash,
  ...[400, 401, 403, 404, 409, 429, 500, 503].map((status) => () => {
    const words = { code: `${MARK}@example.com ${KEY}`, title: MARK, detail: `${MARK} ${KEY}` }
    return Response.json({ errors: [{ ...words, source: { pointer: `/data/${MARK}@example.com` } }] }, { status })
  }),
  () => new Response(`<html>${MARK} ${KEY}</html>`, { status: 200 }),
  () => new Response(`<html>${MARK} ${KEY}</html>`, { status: 403 }),
  () => taken({ 'x-klaviyo-partial-failure': `${MARK}@example.com` }),
  () => {
    throw new TypeError(`fetch failed ${MARK} ${KEY}`)
  },
]

it('no message of an error, a warning or a log holds the key or the value of a trait', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(events, { minLength: 1 }),
      fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (given, script, isKeyBroken) => {
        const time = createVirtualTime()
        let callCount = 0
        const { fetch } = createScriptedKlaviyo(time, () => script[Math.min(callCount++, script.length - 1)]?.())
        const said: string[] = []
        const log = (message: string) => void said.push(message)
        const klaviyo = createKlaviyo({
          apiKey: isKeyBroken ? () => `${KEY}\n${KEY}` : KEY,
          fetch,
          clock: time.clock,
          logger: { debug: log, warn: log, error: log },
        })
        const settlements = await time.run(() => klaviyo.send(given as readonly unknown[]))
        for (const settlement of settlements) {
          said.push(...settlement.warnings.map(({ message }) => message))
          if ('error' in settlement) said.push(String(settlement.error))
          expect(!('error' in settlement) || settlement.error instanceof KlaviyoError).toBe(true)
        }
        expect(settlements).toHaveLength(given.length)
        expect(said.join('\n')).not.toMatch(new RegExp(`${MARK}|${KEY}`))
      },
    ),
    { numRuns: 60 },
  )
})
