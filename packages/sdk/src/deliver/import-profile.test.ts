import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCall } from '../client/call.ts'
import { clash, imported, inTurn, recordingFetch, refused, type Answer } from '../client/testing/recording-fetch.ts'
import type { Json, JsonObject } from '../event/json.ts'
import type { PlannedRequest } from '../plan/planned-request.ts'
import { importProfile } from './import-profile.ts'
import { recordIn } from './record-in.ts'

const signal = new AbortController().signal

const planned = (attributes: JsonObject, id?: string): PlannedRequest => ({
  operation: 'create_or_update_profile',
  method: 'POST',
  path: '/api/profile-import',
  body: { data: { type: 'profile', ...(id === undefined ? undefined : { id }), attributes } },
})

function importWith(answer: Answer, request: PlannedRequest) {
  const { fetch, sent } = recordingFetch(answer)
  const call = createCall({ apiKey: 'pk_1', revision: '2024-06-15', fetch })
  return { sent, result: importProfile(call, request, signal) }
}

const attributesOf = (body: Json | undefined): JsonObject =>
  recordIn(recordIn(recordIn({ body }, 'body'), 'data'), 'attributes')

const all = { external_id: 'u-1', email: 'gus@example.org', phone_number: '+12025550188', title: 'Baker' }

describe('a clash of identifiers (409 duplicate_profile)', () => {
  it.each([
    {
      attributes: { email: 'gus@example.org', phone_number: '+12025550188' },
      answers: [clash, imported],
      removed: ['phone_number'],
    },
    { attributes: { external_id: 'u-1', email: 'gus@example.org' }, answers: [clash, imported], removed: ['email'] },
    {
      attributes: { external_id: 'u-1', phone_number: '+12025550188' },
      answers: [clash, imported],
      removed: ['phone_number'],
    },
    { attributes: all, answers: [clash, imported], removed: ['phone_number'] },
    { attributes: all, answers: [clash, clash, imported], removed: ['phone_number', 'email'] },
    {
      attributes: all,
      id: '01H',
      answers: [clash, clash, clash, imported],
      removed: ['phone_number', 'email', 'external_id'],
    },
    { attributes: { email: 'gus@example.org' }, id: '01H', answers: [clash, imported], removed: ['email'] },
  ])('leaves out $removed of $attributes (id: $id)', async ({ attributes, id, answers, removed }) => {
    const { result, sent } = importWith(inTurn(...answers), planned(attributes, id))
    const { warnings, removed: found } = await result
    expect([...found]).toEqual(removed)
    expect(warnings.map(({ path, code }) => ({ path, code }))).toEqual(
      removed.map((path) => ({ path, code: 'IDENTIFIER_CLASH' })),
    )
    const kept = Object.entries(attributes).filter(([name]) => !removed.includes(name))
    expect(attributesOf(sent.at(-1)?.body)).toEqual(Object.fromEntries(kept))
    expect(sent).toHaveLength(answers.length)
  })

  it('warns with the field and the other profile, never with a value', async () => {
    const { result } = importWith(
      inTurn(
        () => clash('01A'),
        () => clash('01B'),
        imported,
      ),
      planned(all),
    )
    const { warnings } = await result
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/`phone_number` .*01A/),
      expect.stringMatching(/`email` .*01B/),
    ])
    expect(JSON.stringify(warnings)).not.toMatch(/gus@|2025550188|u-1/)
  })

  it.each([
    ['one identifier alone', { email: 'gus@example.org' }],
    [
      'an email beside an anonymous id, which finds no profile for certain',
      { email: 'gus@example.org', anonymous_id: 'a' },
    ],
  ])('of %s is the verdict, after one call', async (_what, attributes) => {
    const { result, sent } = importWith(() => clash(), planned(attributes))
    await expect(result).rejects.toMatchObject({ code: 'REJECTED', status: 409 })
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['another 409', () => refused(409, { code: 'conflict' })],
    ['a 400 that names a duplicate', () => refused(400, { code: 'duplicate_profile' })],
    ['a 503', () => refused(503)],
  ])('is not seen in %s', async (_what, answer) => {
    const { result, sent } = importWith(answer, planned(all))
    await expect(result).rejects.toThrow('create_or_update_profile')
    expect(sent).toHaveLength(1)
  })

  it('ends at once when a later call fails otherwise', async () => {
    const { result, sent } = importWith(
      inTurn(clash, () => refused(503)),
      planned(all),
    )
    await expect(result).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(sent).toHaveLength(2)
  })

  it('changes nothing in the plan', async () => {
    const request = planned(all)
    const before = structuredClone(request)
    await importWith(inTurn(clash, clash, imported), request).result
    expect(request).toEqual(before)
  })

  it('costs at most 3 more calls, each with less, and keeps the strongest identifier, whatever Klaviyo answers', async () => {
    const identifiers = {
      external_id: 'u-1',
      email: 'gus@example.org',
      phone_number: '+1',
      anonymous_id: 'a',
      _kx: 'k',
    }
    const attributes = fc
      .subarray(Object.entries(identifiers), { minLength: 1 })
      .map((entries) => Object.fromEntries(entries))
    const answers = fc.array(
      fc.constantFrom(
        clash,
        clash,
        clash,
        imported,
        () => refused(400),
        () => refused(503),
      ),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(
        attributes,
        fc.option(fc.constant('01H'), { nil: undefined }),
        answers,
        async (given, id, script) => {
          const { result, sent } = importWith(inTurn(...script), planned(given, id))
          await result.catch(() => {})
          const sizes = sent.map(({ body }) => Object.keys(attributesOf(body)).length)
          expect(sizes.length).toBeLessThanOrEqual(4)
          expect(sizes).toEqual(sizes.map((_, index) => Object.keys(given).length - index))
          const strongest = ['external_id', 'email', 'phone_number'].find((name) => name in given)
          const last = attributesOf(sent.at(-1)?.body)
          expect(id !== undefined || strongest === undefined || strongest in last).toBe(true)
        },
      ),
    )
  })
})
