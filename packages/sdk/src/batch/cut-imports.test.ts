import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../event/json.ts'
import { isList, recordIn } from '../event/record.ts'
import { cutBulkImport, fitsBulkImport, singleImport } from './cut-imports.ts'
import { loneImport, type ImportMember } from './import-member.ts'
import { batchOf, identify, parsed } from './testing/batch-events.ts'

const OPERATION = 'spawn_bulk_profile_import_job'
const event = { maxCount: 0, maxBytes: 0 }
const limits = {
  createEvents: event,
  subscribe: event,
  unsubscribe: event,
  importProfiles: { maxCount: 10_000, maxBytes: 5_000_000 },
  maxProfileBytes: 100_000,
}

const membersOf = (count: number, traits: JsonObject = {}): readonly ImportMember<string>[] =>
  batchOf(Array.from({ length: count }, (_, index) => identify({ userId: `u-${index}` }, traits))).imports

const profilesIn = (body: string): readonly unknown[] => {
  const { data } = recordIn(recordIn(recordIn(parsed(body), 'data'), 'attributes'), 'profiles')
  return isList(data) ? data : []
}

describe('a bulk import', () => {
  it.each([
    [10_000, 10_000],
    [10_001, 10_000],
  ])('cut from %i profiles has %i', (count, taken) => {
    const { call, rest } = cutBulkImport(membersOf(count), OPERATION, limits)
    expect([call.members.length, profilesIn(call.body).length, rest.length]).toEqual([taken, taken, count - taken])
  })

  it('has at most 5,000,000 bytes, whatever the letters', () => {
    const members = membersOf(80, { bio: '€'.repeat(30_000) })
    const { call, rest } = cutBulkImport(members, OPERATION, limits)
    expect(new TextEncoder().encode(call.body).length).toBeLessThanOrEqual(5_000_000)
    expect(call.members.length).toBe(55)
    expect([...call.members, ...rest]).toEqual(members)
  })

  it.each([
    ['of 100,000 bytes fits', 0, true],
    ['of one more does not', 1, false],
  ])('a profile %s', (_size, more, fits) => {
    const bare = loneImport('a', { type: 'profile', attributes: { title: 'ü' } })
    const fill = 'x'.repeat(100_000 - new TextEncoder().encode(bare.text).length + more)
    const member = { ...loneImport('a', { type: 'profile', attributes: { title: `ü${fill}` } }), isAlone: false }
    expect(fitsBulkImport(member, limits)).toBe(fits)
  })

  it('leaves what goes alone, and takes what is behind it', () => {
    const [first, second, third] = membersOf(3)
    if (first === undefined || second === undefined || third === undefined) throw new Error('three')
    const alone = { ...second, isAlone: true }
    const { call, rest } = cutBulkImport([first, alone, third], OPERATION, limits)
    expect(call.members).toEqual([first, third])
    expect(rest).toEqual([alone])
  })

  it.each([
    ['/data/attributes/profiles/data/1/attributes/email', ['b']],
    ['/data/attributes/profiles/data/0', ['a']],
    ['/data/attributes/profiles/data/7', undefined],
    ['/data/attributes/profiles/data', undefined],
    ['/data', undefined],
  ])('an error at %s is no verdict, but sends %s by themselves', (pointer, entries) => {
    const blame = cutBulkImport(membersOf(2), OPERATION, limits).call.blame(pointer)
    expect(blame?.members.flatMap((member) => member.entries)).toEqual(entries)
    expect(blame?.isCertain ?? false).toBe(false)
  })
})

it('a single import has everything that was merged', () => {
  const [member] = batchOf([
    identify({ userId: 'u' }, { title: 'Baker' }),
    identify({ userId: 'u' }, { firstName: 'Gus' }),
  ]).imports
  if (member === undefined) throw new Error('there is one')
  const call = singleImport(member, 'create_or_update_profile')
  expect(call.path).toBe('/api/profile-import')
  expect(parsed(call.body)).toEqual({ data: member.profile })
  expect(recordIn(member.profile, 'attributes')).toMatchObject({ title: 'Baker', first_name: 'Gus' })
  expect(call.blame('/data/attributes/title')).toEqual({ members: [member], isCertain: true })
})
