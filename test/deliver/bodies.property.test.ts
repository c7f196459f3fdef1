import { createKlaviyo, type JsonObject, type Revision } from '@rudder-klaviyo/sdk'
import { endpointsOf } from '@rudder-klaviyo/sdk/stages'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryEvent } from '../support/arbitrary-event.ts'
import { ownValidator } from '../support/body-validator.ts'
import { createVirtualTime } from '../support/virtual-time.ts'
import { createScriptedKlaviyo, type SeenCall } from './scripted-klaviyo.ts'

const revisions: readonly Revision[] = ['2024-06-15', '2026-07-15']

describe.each(revisions)('every body that is sent in %s', (revision) => {
  const validate = ownValidator(revision)
  const endpoints = Object.entries(endpointsOf(revision))
  const faultsOf = ({ path, text }: SeenCall) => {
    const [operation = ''] =
      endpoints.find(([, endpoint]) => endpoint.method === 'POST' && endpoint.path === path) ?? []
    const body = JSON.parse(text) as JsonObject // what was sent is an object, or the validator says so
    return validate({ operation, method: 'POST', path, body }).map((fault) => `${operation}: ${fault}`)
  }
  const send = async (events: readonly unknown[]) => {
    const time = createVirtualTime()
    const { fetch, calls } = createScriptedKlaviyo(time, ({ kind }) =>
      kind === 'profiles'
        ? Response.json({ data: [{ id: '01HTOVE5', attributes: { external_id: 'x', email: 'a@shop.test' } }] })
        : undefined,
    )
    const klaviyo = createKlaviyo({
      apiKey: 'pk_1',
      revision,
      fetch,
      clock: time.clock,
      listId: 'L',
      consent: ['email'],
    })
    await time.run(() => klaviyo.send(events, { timeoutMs: 1_000 }))
    return calls.filter(({ method }) => method === 'POST')
  }

  it('is one that the document describes, whatever the events', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryEvent, { minLength: 2, maxLength: 30 }), async (events) => {
        const calls = await send(events)
        expect(calls.flatMap(faultsOf)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('is one that the document describes in bulk', async () => {
    const people = Array.from({ length: 150 }, (_, index) => ({ userId: `u-${index}`, email: `p${index}@shop.test` }))
    const calls = await send(
      people.flatMap(({ userId, email }, index) => [
        { type: 'identify', userId, traits: { email, title: `T${index}`, address: { city: 'Rome' }, plan: { a: 1 } } },
        { type: 'track', event: 'Order', userId, context: { traits: { email } }, properties: { revenue: index } },
        {
          type: 'group',
          groupId: 'L',
          context: { traits: { email: `g${index}@shop.test` } },
          traits: { subscribe: index % 2 === 0 },
        },
      ]),
    )
    expect(new Set(calls.map(({ kind }) => kind))).toEqual(new Set(['imports', 'events', 'subscribe', 'unsubscribe']))
    expect(calls.flatMap(faultsOf)).toEqual([])
  })
})
