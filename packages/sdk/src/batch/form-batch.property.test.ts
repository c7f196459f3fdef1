import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { JsonObject } from '../event/json.ts'
import { recordIn } from '../event/record.ts'
import { kindOfOperation } from '../plan/request-kind.ts'
import { formBatch } from './form-batch.ts'
import { cutEvents } from './cut-events.ts'
import { batchEvent, identify, track } from './testing/batch-events.ts'

const REVISION = '2024-06-15'

/** A few people, whose identifiers clash now and then. */
const who = fc.record(
  {
    userId: fc.constantFrom('u-1', 'u-2', 'u-3'),
    anonymousId: fc.constantFrom('a-1', 'a-2'),
  },
  { requiredKeys: ['userId'] },
)
const traits = fc.record(
  {
    email: fc.constantFrom('a@x.co', 'b@x.co', 'B@x.co'),
    phone: fc.constantFrom('+12025550188', '+12025550189'),
    title: fc.constantFrom('Baker', 'Cook'),
    pet: fc.constantFrom<JsonObject[string]>({ name: 'Rex' }, { age: 3 }, 'none'),
    address: fc.record({ city: fc.constantFrom('Rome', 'Bari'), zip: fc.constant('70121') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
const consented = { email: 'a@x.co', subscribe: true }
const event: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.tuple(who, traits).map(([person, given]) => identify(person, given)),
  fc.tuple(who, traits).map(([person, given]) => track(person, given)),
  fc
    .tuple(who, traits, fc.boolean())
    .map(([person, given, subscribe]) =>
      identify(person, { ...consented, ...given, properties: { subscribe, listId: 'L', consent: ['email'] } }),
    ),
  fc
    .tuple(who, fc.constantFrom('fieldsToUnset', 'fieldsToAppend'))
    .map(([person, how]) => identify(person, { plan: 'x' }, { integrations: { Klaviyo: { [how]: ['plan'] } } })),
  fc.tuple(who, fc.boolean()).map(([person, subscribe]) => ({
    type: 'group',
    groupId: 'L',
    ...person,
    context: { traits: { email: 'b@x.co' } },
    traits: { subscribe },
  })),
  who.map((person) => ({ type: 'group', groupId: 'L', ...person, traits: { subscribe: true, consent: ['email'] } })),
)
const stream = fc
  .array(event, { maxLength: 12 })
  .map((events) => events.map((each, index) => batchEvent({ messageId: `m-${index}`, ...each }, REVISION)))

it('every event is in exactly one member, or wants its consent changed, or is for later', () => {
  fc.assert(
    fc.property(stream, (events) => {
      const { imports, events: members, consents, later } = formBatch(events, REVISION)
      const placed = [
        ...[...imports, ...members].flatMap(({ entries }) => entries),
        ...consents,
        ...later.map(({ entry }) => entry),
      ]
      expect(placed.toSorted()).toEqual(events.map(({ entry }) => entry).toSorted())
      const next = new Map(events.map(({ entry, plan }) => [entry, plan.requests[0]?.operation ?? '']))
      const kindOf = (entry: string) => kindOfOperation(next.get(entry) ?? '', REVISION)
      expect(imports.flatMap(({ entries }) => entries).every((entry) => kindOf(entry) === 'importProfile')).toBe(true)
      expect(members.flatMap(({ entries }) => entries).every((entry) => kindOf(entry) === 'createEvent')).toBe(true)
      expect(consents.every((entry) => kindOf(entry)?.endsWith('subscribe'))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('the order of a person is kept: within members, along the batch, and by what is for later', () => {
  fc.assert(
    fc.property(stream, (events) => {
      const place = new Map(events.map(({ entry }, index) => [entry, index]))
      const placeOf = (entry: string) => place.get(entry) ?? -1
      const keysOf = (entry: string) => events[placeOf(entry)]?.orderKeys ?? []
      const batch = formBatch(events, REVISION)
      const isSorted = (places: readonly number[]) => places.every((each, index) => each > (places[index - 1] ?? -1))
      for (const { entries } of batch.imports) expect(isSorted(entries.map(placeOf))).toBe(true)
      for (const { entries } of batch.companies) expect(isSorted(entries.map(placeOf))).toBe(true)
      const people = Map.groupBy(batch.events, ({ person }) => person)
      for (const members of people.values())
        expect(isSorted(members.flatMap(({ entries }) => entries.map(placeOf)))).toBe(true)
      // Nothing in the batch comes behind something of its person that is for later.
      const later = new Set(batch.later.map(({ entry }) => entry))
      for (const { entry, orderKeys } of events) {
        if (later.has(entry)) continue
        const overtaken = [...later].filter(
          (other) => placeOf(other) < placeOf(entry) && keysOf(other).some((key) => orderKeys.includes(key)),
        )
        expect(overtaken).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

it('no two imports of a batch share an identifier', () => {
  fc.assert(
    fc.property(stream, (events) => {
      const { imports } = formBatch(events, REVISION)
      const seen = new Map<string, number>()
      for (const { profile } of imports) {
        const attributes = recordIn(profile, 'attributes')
        for (const name of ['email', 'phone_number', 'external_id', 'anonymous_id']) {
          const value = attributes[name]
          if (typeof value !== 'string') continue
          const key = `${name}:${value.toLowerCase()}`
          seen.set(key, (seen.get(key) ?? 0) + 1)
        }
      }
      expect([...seen].filter(([, count]) => count > 1)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

it('no profile gains a field, and all of a person that write one write the same', () => {
  fc.assert(
    fc.property(stream, (events) => {
      const { events: members, imports } = formBatch(events, REVISION)
      for (const member of members) {
        const own = recordIn(recordIn(recordIn(recordIn(member.request.body, 'data'), 'attributes'), 'profile'), 'data')
        const sent = JSON.parse(member.profile) as JsonObject
        expect(fieldsOf(sent)).toEqual(fieldsOf(own))
      }
      const byPerson = Map.groupBy([...members, ...imports], ({ person }) => person)
      for (const group of byPerson.values()) {
        const values = new Map<string, Set<string>>()
        for (const member of group) {
          const profile =
            typeof member.profile === 'string' ? (JSON.parse(member.profile) as JsonObject) : member.profile
          for (const [field, value] of leavesOf(profile)) {
            if (IDENTIFIERS.has(field)) continue
            values.set(field, (values.get(field) ?? new Set()).add(JSON.stringify(value)))
          }
        }
        expect([...values].filter(([, different]) => different.size > 1)).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

const IDENTIFIERS = new Set(['email', 'phone_number', 'external_id', 'anonymous_id'])

/** Fields, leaves of `location` and custom properties, each with its value. */
function leavesOf(profile: JsonObject): readonly (readonly [string, unknown])[] {
  const { location, properties, ...fields } = recordIn(profile, 'attributes')
  const inner = (name: string, value: unknown) =>
    Object.entries(recordIn({ value: value as JsonObject }, 'value')).map(
      ([key, each]) => [`${name}.${key}`, each] as const,
    )
  return [...Object.entries(fields), ...inner('location', location), ...inner('properties', properties)]
}

const fieldsOf = (profile: JsonObject) => leavesOf(profile).map(([field]) => field)

it('calls are cut until nothing is left, each event in one, and no `unique_id` twice in one', () => {
  const ids = fc.array(fc.constantFrom('m-1', 'm-2', 'm-3', 'm-4'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 5 }), (messageIds, maxCount) => {
      const events = messageIds.map((messageId, index) =>
        batchEvent(track({ userId: `u-${index % 3}` }, {}, { messageId, properties: { index } }), REVISION),
      )
      let { events: left } = formBatch(
        events.map((each, index) => ({ ...each, entry: String(index) })),
        REVISION,
      )
      const sent: string[] = []
      while (left.length > 0) {
        const { call, rest } = cutEvents(left, 'bulk_create_events', { maxCount, maxBytes: 5_000_000 })
        expect(rest.length).toBe(left.length - call.members.length)
        const inCall = call.members.map(({ uniqueId }) => uniqueId)
        expect(new Set(inCall).size).toBe(inCall.length)
        sent.push(...call.members.flatMap(({ entries }) => entries))
        left = rest
      }
      expect(sent.toSorted()).toEqual(events.map((_, index) => String(index)).toSorted())
    }),
  )
})

it.each([
  ['one hot person', () => 'hot'],
  ['many people', (index: number) => `u-${index}`],
  ['two people in turn', (index: number) => `u-${index % 2}`],
])('a batch of %s costs the same per event, however many events there are', (_what, userOf) => {
  const batchMs = (count: number) => {
    const events = Array.from({ length: count }, (_, index) =>
      batchEvent(
        index % 2 === 0
          ? track({ userId: userOf(index) }, { title: `T${index}` }, { messageId: `m-${index}` })
          : identify({ userId: userOf(index) }, { title: `T${index}` }, { messageId: `m-${index}` }),
        REVISION,
      ),
    )
    // The best of several: whatever else the machine does only ever adds.
    const times = Array.from({ length: 4 }, () => {
      const startMs = performance.now()
      const { events: members } = formBatch(events, REVISION)
      cutEvents(members, 'bulk_create_events', { maxCount: 1_000, maxBytes: 5_000_000 })
      return performance.now() - startMs
    })
    return Math.min(...times)
  }
  const fewMs = batchMs(1_000)
  // Quadratic work would take 400 times as long.
  expect(batchMs(20_000)).toBeLessThan(Math.max(fewMs, 2) * 20 * 6)
})
