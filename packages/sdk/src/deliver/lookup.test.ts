import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCall } from '../client/call.ts'
import { recordingFetch, refused, type Answer } from '../client/testing/recording-fetch.ts'
import { lookUpProfiles, type ProfileQuestion } from './lookup.ts'

const signal = new AbortController().signal

function callWith(answer: Answer) {
  const { fetch, sent } = recordingFetch(answer)
  return { sent, call: createCall({ apiKey: 'pk_1', revision: '2026-07-15', fetch }) }
}

const question = (field: ProfileQuestion['field'], values: readonly string[]): ProfileQuestion => ({
  operation: 'get_profiles',
  field,
  values,
})
const profile = (id: string, attributes: Record<string, string | null>) => ({ type: 'profile', id, attributes })

describe('looking profiles up', () => {
  it('asks for many in one call and finds each by its own value', async () => {
    const data = [
      profile('01B', { external_id: 'b', email: 'b@example.com', phone_number: null }),
      profile('01A', { external_id: 'a', email: null, phone_number: '+12025550188' }),
    ]
    const { call, sent } = callWith(() => Response.json({ data }))
    expect(await lookUpProfiles(call, question('external_id', ['a', 'b', 'c']), signal)).toEqual(
      new Map([
        ['a', { id: '01A', email: undefined, phoneNumber: '+12025550188' }],
        ['b', { id: '01B', email: 'b@example.com', phoneNumber: undefined }],
      ]),
    )
    expect(sent.map(({ method, url }) => [method, url.pathname, url.searchParams.get('filter')])).toEqual([
      ['GET', '/api/profiles', 'any(external_id,["a","b","c"])'],
    ])
  })

  it('finds by the id of the profile', async () => {
    const data = [profile('01A', { external_id: 'a', email: 'a@example.com' })]
    const { call } = callWith(() => Response.json({ data }))
    expect([...(await lookUpProfiles(call, question('id', ['01A']), signal)).keys()]).toEqual(['01A'])
  })

  it('keeps a value within its quotes, whatever it holds', async () => {
    // Letters that mean something to JSON, to the filter or to an address.
    const unit = fc.constantFrom(
      '"',
      '\\',
      ']',
      ')',
      '(',
      ',',
      "'",
      '&',
      '=',
      '#',
      '%',
      '+',
      ' ',
      '\n',
      '\0',
      'ü',
      '😀',
      'a',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit }), { minLength: 1, maxLength: 3 }), async (values) => {
        const { call, sent } = callWith(() => Response.json({ data: [] }))
        await lookUpProfiles(call, question('external_id', values), signal)
        const filter = sent[0]?.url.searchParams.get('filter') ?? ''
        const list = filter.slice('any(external_id,'.length, -1)
        expect(JSON.parse(list)).toEqual(values)
      }),
    )
  })

  it('asks nothing for nobody', async () => {
    const { call, sent } = callWith(() => Response.json({ data: [] }))
    expect(await lookUpProfiles(call, question('id', []), signal)).toEqual(new Map())
    expect(sent).toEqual([])
  })

  it('refuses more than a page holds', async () => {
    const { call } = callWith(() => Response.json({ data: [] }))
    await expect(lookUpProfiles(call, question('id', Array.from({ length: 101 }, String)), signal)).rejects.toThrow(
      RangeError,
    )
  })

  it('throws the failure of the call, without the value', async () => {
    const { call } = callWith(() => refused(500))
    await expect(lookUpProfiles(call, question('external_id', ['u-secret']), signal)).rejects.toThrow(
      /^get_profiles: (?!.*u-secret)/,
    )
  })
})
