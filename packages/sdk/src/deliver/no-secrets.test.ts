import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCall } from '../client/call.ts'
import { accepted, clash, imported, inTurn, recordingFetch, refused } from '../client/testing/recording-fetch.ts'
import { KlaviyoError } from '../errors/klaviyo-error.ts'
import { planEvent } from '../plan/plan-event.ts'
import { resolveSettings } from '../validate/settings.ts'
import { createDelivery } from './deliver-plan.ts'

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
  { type: 'identify', messageId: 'm', userId: MARK, traits },
  {
    type: 'identify',
    messageId: 'm',
    userId: MARK,
    traits: { ...traits, properties: { subscribe: false, listId: 'L' } },
  },
  { type: 'track', messageId: 'm', event: 'Signed Up', userId: MARK, properties: { note: MARK } },
  { type: 'group', messageId: 'm', groupId: 'L', userId: MARK, traits: { subscribe: true, consent: ['email'] } },
]

/** Answers as talkative as can be: they repeat what was sent, and the key. */
const answers = [
  accepted,
  imported,
  clash,
  ...[400, 401, 403, 404, 409, 429, 500, 503].map(
    (status) => () =>
      refused(status, {
        code: `${MARK}@example.com ${KEY}`,
        title: MARK,
        detail: `${MARK} ${KEY}`,
        source: { pointer: `/data/${MARK}@example.com` },
      }),
  ),
  () => new Response(`<html>${MARK} ${KEY}</html>`, { status: 200 }),
  () => new Response(`<html>${MARK} ${KEY}</html>`, { status: 403 }),
  () => new Response(null, { status: 202, headers: { 'x-klaviyo-partial-failure': `${MARK}@example.com` } }),
  () => {
    throw new TypeError(`fetch failed ${MARK} ${KEY}`)
  },
]

it('no message of an error or a warning holds the key or the value of a trait', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...events),
      fc.array(fc.constantFrom(...answers), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (event, script, isKeyBroken) => {
        const { fetch } = recordingFetch(inTurn(...script))
        const apiKey = isKeyBroken ? `${KEY}\n${KEY}` : KEY
        const delivery = createDelivery({
          call: createCall({ apiKey, revision: '2024-06-15', fetch }),
          revision: '2024-06-15',
        })
        const outcome = await delivery(planEvent(event, resolveSettings({})), { signal: new AbortController().signal })
        const said = [
          ...outcome.warnings.map(({ message }) => message),
          ...('error' in outcome ? [String(outcome.error)] : []),
        ]
        expect(said.join('\n')).not.toMatch(new RegExp(`${MARK}|${KEY}`))
        expect(!('error' in outcome) || outcome.error instanceof KlaviyoError).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
