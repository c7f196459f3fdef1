import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../event/json.ts'
import { isList, isRecord, recordIn } from '../event/record.ts'
import { consentMember, type ConsentMember } from './consent-member.ts'
import { cutConsents } from './cut-consents.ts'
import { batchEvent, consent, entriesOf, parsed } from './testing/batch-events.ts'

const LIMITS = { maxCount: 100, maxBytes: Infinity }

const memberOf = (event: JsonObject, entry: string): ConsentMember<string> => {
  const [request] = batchEvent(event).plan.requests
  if (request === undefined) throw new Error('the event changes consent')
  return consentMember(entry, request.operation.startsWith('un') ? 'unsubscribe' : 'subscribe', request)
}
const membersOf = (...events: readonly JsonObject[]) => events.map((event, index) => memberOf(event, String(index)))
const crowd = (count: number) =>
  membersOf(...Array.from({ length: count }, (_, index) => consent(`p${index}@example.org`, true)))

const emailsIn = (body: string): readonly unknown[] => {
  const { data } = recordIn(recordIn(recordIn(parsed(body), 'data'), 'attributes'), 'profiles')
  return (isList(data) ? data : []).filter(isRecord).map((profile) => recordIn(profile, 'attributes')['email'])
}

describe('the next call of changes of consent that wait', () => {
  it.each([
    [1, 1],
    [100, 100],
    [101, 100],
  ])('of %i has %i', (count, taken) => {
    const { call, rest } = cutConsents(crowd(count), LIMITS)
    expect([emailsIn(call.body).length, call.members.length, rest.length]).toEqual([taken, taken, count - taken])
  })

  it('of one is the body that was planned', () => {
    for (const event of [consent('gus@example.org', true), consent('gus@example.org', false)]) {
      const [member] = membersOf(event)
      if (member === undefined) throw new Error('there is one')
      expect(parsed(cutConsents([member], LIMITS).call.body)).toEqual(member.request.body)
    }
  })

  it('has one list, one source and one direction', () => {
    const inShop = { ...consent('d@x.co', true), traits: { subscribe: true, custom_source: 'Shop' } }
    const { call, rest } = cutConsents(
      membersOf(
        consent('a@x.co', true),
        consent('b@x.co', true, 'M'),
        consent('c@x.co', false),
        inShop,
        consent('e@x.co', true),
      ),
      LIMITS,
    )
    expect(entriesOf(call.members)).toEqual(['0', '4'])
    expect(entriesOf(rest)).toEqual(['1', '2', '3'])
  })

  it('says what is the same once, for all who said it, also beyond a full call', () => {
    const { call, rest } = cutConsents(
      [...crowd(100), memberOf(consent('p7@example.org', true), 'again'), memberOf(consent('new@x.co', true), 'new')],
      LIMITS,
    )
    expect(emailsIn(call.body)).toHaveLength(100)
    expect(entriesOf(call.members)[7]).toBe('7+again')
    expect(entriesOf(rest)).toEqual(['new'])
  })

  it('is the body as it is when a hook gave it a shape of its own, never together with others', () => {
    const [member] = membersOf(consent('gus@example.org', true))
    if (member === undefined) throw new Error('there is one')
    const odd = consentMember('odd', 'subscribe', { ...member.request, body: { data: { type: 'of its own' } } })
    const { call, rest } = cutConsents([odd, member], LIMITS)
    expect(parsed(call.body)).toEqual({ data: { type: 'of its own' } })
    expect(rest).toEqual([member])
  })

  it.each([
    ['/data/attributes/profiles/data/1/attributes/email', ['1']],
    ['/data/attributes/profiles/data/2', undefined],
    ['/data/relationships/list/data/id', undefined],
  ])('an error at %s is about %s', (pointer, entries) => {
    const blame = cutConsents(crowd(2), LIMITS).call.blame(pointer)
    expect(blame?.members.flatMap((member) => member.entries)).toEqual(entries)
    expect(blame?.isCertain ?? true).toBe(true)
  })

  it('cannot be of nothing', () => {
    expect(() => cutConsents([], LIMITS)).toThrow('nothing')
  })
})
