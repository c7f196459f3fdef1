import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KlaviyoApiError } from '../errors/klaviyo-api-error.ts'
import type { EventWarning } from '../event/issue.ts'
import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'
import { withoutClash } from './import-profile.ts'

const apiError = (status: number, code: string, duplicateProfileId?: string) =>
  new KlaviyoApiError('REJECTED', 'create_or_update_profile: refused.', {
    status,
    operation: 'create_or_update_profile',
    errors: [
      { code, title: '', detail: '', ...(duplicateProfileId === undefined ? undefined : { duplicateProfileId }) },
    ],
  })
const clash = (otherProfileId = '01OTHER') => apiError(409, 'duplicate_profile', otherProfileId)

const profileOf = (attributes: JsonObject, id?: string): JsonObject => ({
  type: 'profile',
  ...(id === undefined ? undefined : { id }),
  attributes,
})

/** What is left after so many clashes, or fewer if nothing can be given up any more. */
function clashing(given: JsonObject, errors: readonly KlaviyoApiError[]) {
  const removed: string[] = []
  const warnings: EventWarning[] = []
  let profile = given
  for (const error of errors) {
    const next = withoutClash(profile, error)
    if (next === undefined) break
    removed.push(next.identifier)
    warnings.push(next.warning)
    ;({ profile } = next)
  }
  return { removed, warnings, attributes: recordIn(profile, 'attributes') }
}

const all = { external_id: 'u-1', email: 'gus@example.org', phone_number: '+12025550188', title: 'Baker' }

describe('a clash of identifiers (409 duplicate_profile)', () => {
  it.each([
    {
      attributes: { email: 'gus@example.org', phone_number: '+12025550188' },
      count: 1,
      removed: ['phone_number'],
    },
    { attributes: { external_id: 'u-1', email: 'gus@example.org' }, count: 1, removed: ['email'] },
    { attributes: { external_id: 'u-1', phone_number: '+12025550188' }, count: 1, removed: ['phone_number'] },
    { attributes: all, count: 1, removed: ['phone_number'] },
    { attributes: all, count: 2, removed: ['phone_number', 'email'] },
    { attributes: all, id: '01H', count: 3, removed: ['phone_number', 'email', 'external_id'] },
    { attributes: { email: 'gus@example.org' }, id: '01H', count: 1, removed: ['email'] },
  ])('$count times leaves out $removed of $attributes (id: $id)', ({ attributes, id, count, removed }) => {
    const clashes = Array.from({ length: count }, () => clash())
    const left = clashing(profileOf(attributes, id), clashes)
    expect(left.removed).toEqual(removed)
    expect(left.warnings.map(({ path, code }) => ({ path, code }))).toEqual(
      removed.map((path) => ({ path, code: 'IDENTIFIER_CLASH' })),
    )
    const kept = Object.entries(attributes).filter(([name]) => !removed.includes(name))
    expect(left.attributes).toEqual(Object.fromEntries(kept))
  })

  it('warns with the field and the other profile, never with a value', () => {
    const { warnings } = clashing(profileOf(all), [clash('01A'), clash('01B')])
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
  ])('of %s is the verdict', (_what, attributes) => {
    expect(withoutClash(profileOf(attributes), clash())).toBeUndefined()
  })

  it.each([
    ['another 409', apiError(409, 'conflict')],
    ['a 400 that names a duplicate', apiError(400, 'duplicate_profile')],
    ['something that is no answer of Klaviyo', new Error('duplicate_profile')],
  ])('is not seen in %s', (_what, error) => {
    expect(withoutClash(profileOf(all), error)).toBeUndefined()
  })

  it('changes nothing in the profile that it is given', () => {
    const profile = profileOf(all)
    const before = structuredClone(profile)
    clashing(profile, [clash(), clash()])
    expect(profile).toEqual(before)
  })

  it('is over after at most 3, each with one identifier less, and never without the strongest', () => {
    const identifiers = { external_id: 'u', email: 'gus@example.org', phone_number: '+1', anonymous_id: 'a', _kx: 'k' }
    const attributes = fc
      .subarray(Object.entries(identifiers), { minLength: 1 })
      .map((entries) => Object.fromEntries(entries))
    fc.assert(
      fc.property(attributes, fc.option(fc.constant('01H'), { nil: undefined }), (given, id) => {
        const endless = Array.from({ length: 10 }, () => clash())
        const { removed, attributes: left } = clashing(profileOf(given, id), endless)
        expect(removed.length).toBeLessThanOrEqual(3)
        expect(Object.keys(left)).toHaveLength(Object.keys(given).length - removed.length)
        const strongest = ['external_id', 'email', 'phone_number'].find((name) => name in given)
        expect(id !== undefined || strongest === undefined || strongest in left).toBe(true)
      }),
    )
  })
})
