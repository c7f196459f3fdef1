import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isRecord } from '../event/record.ts'
import { EVENT_SCHEMAS, isWellFormed, type ReadType } from './event-shape.ts'

const TYPES: readonly ReadType[] = ['identify', 'track', 'group', 'screen', 'page']

const container = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, {}, [], 'x', 3),
  fc.record(
    {
      traits: fc.constantFrom<unknown>(null, {}, [], 1),
      externalId: fc.constantFrom<unknown>([], {}, 'x', null),
      address: fc.constantFrom<unknown>({}, 1),
      location: fc.constantFrom<unknown>({}, false),
      subscribe: fc.constantFrom<unknown>(true, 'false', 'yes', 0, null),
    },
    { requiredKeys: [] },
  ),
)
const name = fc.constantFrom<unknown>(undefined, null, '', '  ', 'Seat Map', 7, 'x'.repeat(127), 'x'.repeat(128))
const event = fc.record(
  {
    context: container,
    traits: container,
    properties: container,
    integrations: container,
    event: name,
    name,
    groupId: fc.oneof(name, fc.constantFrom<unknown>(Number.NaN, {})),
  },
  { requiredKeys: [] },
)

it.each(TYPES)('%s: the predicate says yes exactly when the schema does, and the schema changes nothing', (type) => {
  fc.assert(
    fc.property(fc.oneof(event, fc.object()), (value) => {
      // zod leaves `__proto__` out of its copy, which nobody reads.
      fc.pre(isRecord(value) && !JSON.stringify(value).includes('__proto__'))
      const parsed = EVENT_SCHEMAS[type].safeParse(value)
      expect(isWellFormed(value, type)).toBe(parsed.success)
      expect(parsed.success ? parsed.data : value).toEqual(value)
    }),
    { numRuns: 2_000 },
  )
})
