import { EventInvalidError, type EventIssue, type EventWarning } from '@rudder-klaviyo/sdk'
import { planEvent, resolveSettings } from '@rudder-klaviyo/sdk/stages'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createArgumentPaths } from './argument-paths.ts'
import { eventArgument } from './event-argument.ts'
import type { EventInput } from './event-input.ts'

type Input = typeof EventInput.$inferInput

const settings = resolveSettings({})

/** Whatever a lenient scalar can be, often an object with keys that mean something to the mapping. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom('email', 'address', 'properties', 'consent', 'userId', 'plan', '__proto__', 'a.b', 'constructor'),
    fc.jsonValue(),
  ),
)
const traits = fc.record({
  email: fc.option(fc.string()),
  address: fc.option(fc.record({ city: fc.string() })),
  custom: anything,
})
const patchProperties = fc.record({ append: anything, unappend: anything, unset: fc.array(fc.string()) })
const who = { userId: fc.option(fc.string()), timestamp: anything, traits }

const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ ...who, patchProperties }).map((identify): Input => ({ identify })),
  fc
    .record({ ...who, event: fc.string(), properties: anything, currency: anything, patchProperties })
    .map((track): Input => ({ track })),
  fc.record({ ...who, name: fc.string(), properties: anything }).map((screen): Input => ({ screen })),
  fc.record({ ...who, groupId: fc.string(), subscribe: fc.boolean() }).map((group): Input => ({ group })),
)

function notesOf(event: unknown): readonly (EventIssue | EventWarning)[] {
  try {
    return planEvent(event, settings).warnings
  } catch (error) {
    if (error instanceof EventInvalidError) return error.issues
    throw error
  }
}

it('any argument gives an event that is planned or refused, and every note points into the argument', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const before = JSON.stringify(input)
      const placed = eventArgument(input, 'events[7]')
      const paths = createArgumentPaths(placed, placed.prefix)
      for (const { path, message } of notesOf(placed.event)) {
        expect(paths.toPath(path).startsWith(placed.prefix)).toBe(true)
        expect(paths.toMessage(message)).not.toMatch(/`(context\.traits|traits|integrations)\./)
      }
      expect(JSON.stringify(input)).toBe(before)
      expect(Reflect.get({}, 'plan')).toBeUndefined()
    }),
  )
})
