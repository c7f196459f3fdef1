import { describe, expect, it } from 'vitest'
import { isList, recordIn } from '../event/record.ts'
import { cutEvents } from './cut-events.ts'
import type { EventMember } from './event-member.ts'
import { batchOf, parsed, track } from './testing/batch-events.ts'

const OPERATION = 'bulk_create_events'
const LIMITS = { maxCount: 1_000, maxBytes: 5_000_000 }
const utf8 = (text: string) => new TextEncoder().encode(text).length

const membersOf = (count: number, userOf = (index: number) => `u-${index}`): readonly EventMember<string>[] =>
  batchOf(
    Array.from({ length: count }, (_, index) => track({ userId: userOf(index) }, {}, { messageId: `m-${index}` })),
  ).events

/** The ids of the events in a bulk body, grouped by profile. */
const idsIn = (body: string): readonly (readonly string[])[] => {
  const { data } = recordIn(recordIn(recordIn(parsed(body), 'data'), 'attributes'), 'events-bulk-create')
  return (isList(data) ? data : []).map((entry) =>
    [...JSON.stringify(entry).matchAll(/"unique_id":"([^"]+)"/g)].map(([, id = '']) => id),
  )
}

describe('the next call of events that wait', () => {
  it.each([
    [1, 'create_event', 1, 0],
    [2, OPERATION, 2, 0],
    [1_000, OPERATION, 1_000, 0],
    [1_001, OPERATION, 1_000, 1],
  ])('of %i is %s with %i of them', (count, operation, taken, left) => {
    const { call, rest } = cutEvents(membersOf(count), OPERATION, LIMITS)
    expect([call.operation, call.members.length, rest.length]).toEqual([operation, taken, left])
  })

  it('groups the events of a profile, in order', () => {
    const { call } = cutEvents(
      membersOf(5, (index) => (index % 2 === 0 ? 'even' : 'odd')),
      OPERATION,
      LIMITS,
    )
    expect(idsIn(call.body)).toEqual([
      ['m-0', 'm-2', 'm-4'],
      ['m-1', 'm-3'],
    ])
  })

  it('is a plain call for one event, with the body that was planned', () => {
    const [member] = membersOf(1)
    if (member === undefined) throw new Error('there is one')
    const { call } = cutEvents([member], OPERATION, LIMITS)
    expect(call.path).toBe('/api/events')
    expect(parsed(call.body)).toEqual(member.request.body)
  })

  it.each([
    ['as large as it is', 0, 3],
    ['one byte smaller', -1, 2],
  ])('fits a limit %s', (_size, change, count) => {
    // Letters of one to four bytes, and a lone surrogate that JSON writes as an escape.
    const texts = ['ascii', 'ü€', '😀\ud800"\\']
    const members = batchOf(
      texts.map((note, index) => track({ userId: `u-${index}` }, {}, { properties: { note } })),
    ).events
    const bytes = utf8(cutEvents(members, OPERATION, LIMITS).call.body)
    // A comma is counted behind the last of each list, though it is not there.
    const limits = { ...LIMITS, maxBytes: bytes + texts.length + 1 + change }
    const { call, rest } = cutEvents(members, OPERATION, limits)
    expect(call.members).toHaveLength(count)
    expect(rest).toHaveLength(3 - count)
    expect(utf8(call.body)).toBeLessThanOrEqual(limits.maxBytes)
  })

  it('has less than 5,000,000 bytes, and is nearly full', () => {
    const note = 'ü€😀'.repeat(2_000)
    const members = batchOf(
      Array.from({ length: 400 }, (_, index) =>
        track({ userId: `u-${index % 50}` }, {}, { messageId: `m-${index}`, properties: { note } }),
      ),
    ).events
    const sizes: number[] = []
    for (let left: readonly EventMember<string>[] = members; left.length > 0;) {
      const { call, rest } = cutEvents(left, OPERATION, LIMITS)
      sizes.push(utf8(call.body))
      left = rest
    }
    expect(sizes.every((size) => size <= 5_000_000)).toBe(true)
    expect(sizes.slice(0, -1).every((size) => size > 4_950_000)).toBe(true)
    expect(sizes.length).toBe(2)
  })

  it('is one event by itself when no call has room for it, and the others come after', () => {
    const members = batchOf([
      track({ userId: 'u' }, {}, { properties: { note: 'x'.repeat(2_000) } }),
      track({ userId: 'v' }),
      track({ userId: 'w' }),
    ]).events
    const { call, rest } = cutEvents(members, OPERATION, { maxCount: 10, maxBytes: 1_000 })
    expect(call.operation).toBe('create_event')
    expect(call.members.map(({ entries }) => entries)).toEqual([['a']])
    expect(rest.map(({ entries }) => entries)).toEqual([['b'], ['c']])
  })

  it('never has a `unique_id` twice; the second is next', () => {
    const twice = { messageId: 'same' }
    const members = batchOf([
      track({ userId: 'u' }, {}, twice),
      track({ userId: 'v' }, {}, twice),
      track({ userId: 'w' }, {}, { messageId: 'other' }),
    ]).events
    const { call, rest } = cutEvents(members, OPERATION, LIMITS)
    expect(idsIn(call.body).flat()).toEqual(['same', 'other'])
    expect(rest.map(({ uniqueId }) => uniqueId)).toEqual(['same'])
  })

  it('leaves out what goes alone, as long as there are others', () => {
    const [first, ...others] = membersOf(3)
    if (first === undefined) throw new Error('there is one')
    const { call, rest } = cutEvents([{ ...first, isAlone: true }, ...others], OPERATION, LIMITS)
    expect(call.members).toEqual(others)
    expect(rest.map(({ isAlone }) => isAlone)).toEqual([true])
  })

  it('cannot be of nothing', () => {
    expect(() => cutEvents([], OPERATION, LIMITS)).toThrow('nothing')
  })
})

describe('whom an error of a bulk call is about', () => {
  const { call } = cutEvents(
    batchOf([
      track({ userId: 'u' }),
      track({ userId: 'v' }, { title: 'Baker' }),
      track({ userId: 'u' }),
      track({ userId: 'w' }, { title: 'Baker' }),
      track({ userId: 'w' }, { title: 'Cook' }),
      track({ userId: 'x' }, { title: 'Baker' }),
      { type: 'identify', userId: 'x', traits: { title: 'Cook' } },
    ]).events,
    OPERATION,
    LIMITS,
  )
  const ENTRY = '/data/attributes/events-bulk-create/data'

  it.each([
    ['an event', `${ENTRY}/0/attributes/events/data/1/attributes/time`, ['c'], true],
    ['an event, without more', `${ENTRY}/0/attributes/events/data/0`, ['a'], true],
    ['the profile of one event', `${ENTRY}/1/attributes/profile/data/attributes/email`, ['b'], true],
    ['an entry of one event', `${ENTRY}/1`, ['b'], true],
    ['the profile of several events', `${ENTRY}/0/attributes/profile/data/attributes/email`, ['a', 'c'], false],
    ['an entry of several events', `${ENTRY}/0`, ['a', 'c'], false],
    ['a profile with values of others', `${ENTRY}/3/attributes/profile/data/attributes/title`, ['f'], false],
  ])('%s', (_what, pointer, entries, isCertain) => {
    const blame = call.blame(pointer)
    expect(blame?.members.flatMap((member) => member.entries)).toEqual(entries)
    expect(blame?.isCertain).toBe(isCertain)
  })

  it.each([
    ['the whole call', '/data'],
    ['all entries', ENTRY],
    ['no entry of the call', `${ENTRY}/99/attributes/profile`],
    ['no event of the entry', `${ENTRY}/1/attributes/events/data/7`],
    ['something else', '/data/attributes/profiles/data/0'],
  ])('nobody for %s', (_what, pointer) => {
    expect(call.blame(pointer)).toBeUndefined()
  })
})
