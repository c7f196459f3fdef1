import { createKlaviyo, EventInvalidError, type JsonObject, type Plan } from '@rudder-klaviyo/sdk'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyJson, arbitraryEvent, arbitraryOptions } from '../support/arbitrary-event.ts'
import { ownValidator } from '../support/body-validator.ts'

const RUNS = { numRuns: 2_000 }

/** The plan, or the error that an event may have; anything else that is thrown fails the test. */
function planOrError(event: unknown, options: object = {}): Plan | EventInvalidError {
  try {
    return createKlaviyo(options).plan(event)
  } catch (error) {
    if (error instanceof EventInvalidError) return error
    throw error
  }
}

it('any JSON value gives a plan or an EventInvalidError with at least one issue', () => {
  fc.assert(
    fc.property(fc.oneof(anyJson, arbitraryEvent), arbitraryOptions, (event, options) => {
      const result = planOrError(event, options)
      expect(result instanceof EventInvalidError ? result.issues.length : result.requests.length).toBeLessThan(9)
      expect(result instanceof EventInvalidError && result.issues.length === 0).toBe(false)
    }),
    RUNS,
  )
})

it('planning is pure: the same event gives the same plan, and is not changed', () => {
  fc.assert(
    fc.property(arbitraryEvent, arbitraryOptions, (event, options) => {
      const before = structuredClone(event)
      const first = planOrError(event, options)
      expect(event).toEqual(before)
      expect(planOrError(event, options)).toEqual(first)
    }),
    RUNS,
  )
})

it('a plan holds no undefined, and no null but inside event properties and the values of custom properties', () => {
  fc.assert(
    fc.property(arbitraryEvent, arbitraryOptions, (event, options) => {
      const plan = planOrError(event, options)
      expect(plan instanceof EventInvalidError ? [] : badPlaces(plan)).toEqual([])
    }),
    RUNS,
  )
})

it('every planned body is valid by our document of its revision', () => {
  const validators = { '2024-06-15': ownValidator('2024-06-15'), '2026-07-15': ownValidator('2026-07-15') }
  fc.assert(
    fc.property(arbitraryEvent, arbitraryOptions, (event, options) => {
      const plan = planOrError(event, options)
      if (plan instanceof EventInvalidError) return
      // A looked-up subscription has no identifier yet; all else is as it is sent.
      for (const request of plan.requests) expect(validators[plan.revision](request)).toEqual([])
    }),
    RUNS,
  )
})

it('explain says the same warnings and issues as planning, and shows values only when asked', () => {
  fc.assert(
    fc.property(arbitraryEvent, arbitraryOptions, (event, options) => {
      const plan = planOrError(event, options)
      const klaviyo = createKlaviyo(options)
      const { warnings, issues, fields } = klaviyo.explain(event)
      expect(warnings).toEqual(plan.warnings)
      expect(issues).toEqual(plan instanceof EventInvalidError ? plan.issues : [])
      expect(fields.every((field) => !('value' in field))).toBe(true)
      expect(klaviyo.explain(event, { values: true }).fields.map(({ to, source }) => ({ to, source }))).toEqual(
        fields.map(({ to, source }) => ({ to, source })),
      )
    }),
    RUNS,
  )
})

it('a message never holds the value of a trait', () => {
  const secret = 'S3CRET-VALUE'
  fc.assert(
    fc.property(arbitraryEvent, arbitraryOptions, (event, options) => {
      const marked = JSON.parse(JSON.stringify(event).replaceAll('Alex', secret)) as JsonObject // JSON again
      const result = planOrError(marked, options)
      const issues = result instanceof EventInvalidError ? result.issues : []
      // The messageId is named on purpose: it is how an event is found again.
      const messages = [...issues, ...result.warnings].map(({ message }) => message).join(' ')
      expect(messages).not.toContain(secret)
    }),
    RUNS,
  )
})

/**
 * The places of a plan that hold `undefined`, or a `null` that Klaviyo would take for "clear this field". Free are event
 * properties, where nothing is cleared, and what stands inside the value of a custom property; the property itself is not.
 */
function badPlaces(plan: Plan): readonly string[] {
  const places: string[] = []
  const walk = (value: unknown, path: readonly string[], isFree: boolean): void => {
    if (value === undefined || (value === null && !isFree)) places.push(path.join('.'))
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      const isFreeBelow = isFree || isEventProperties([...path, key]) || isCustomProperty(path)
      walk(child, [...path, key], isFreeBelow)
    }
  }
  for (const request of plan.requests) walk(request, [request.operation], false)
  walk(plan.warnings, ['warnings'], false)
  return places
}

const isEventProperties = (path: readonly string[]): boolean =>
  path.join('.') === 'create_event.body.data.attributes.properties'

/** Whether a path is that of the value of one custom property, set, appended or unappended. */
const isCustomProperty = (path: readonly string[]): boolean =>
  ['attributes.properties', 'patch_properties.append', 'patch_properties.unappend'].includes(
    path.slice(-3, -1).join('.'),
  )
