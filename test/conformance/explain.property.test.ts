import { createKlaviyo, EventInvalidError, type FieldTrace, type Plan } from '@rudder-klaviyo/sdk'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryEvent, arbitraryOptions } from '../support/arbitrary-event.ts'
import { valueAt } from '../support/set-at.ts'

function planOf(event: unknown, options: object): Plan | undefined {
  try {
    return createKlaviyo(options).plan(event)
  } catch (error) {
    if (error instanceof EventInvalidError) return undefined
    throw error
  }
}

/** Whether some request of a plan holds the value at the path of a trace. */
function holds(plan: Plan, { to, value }: FieldTrace): boolean {
  const path = to.replace('data[0]', 'data.0')
  return plan.requests.some(({ body }) => JSON.stringify(valueAt(body, path)) === JSON.stringify(value))
}

it('every value that is explained stands in a request of the plan, at the path that is said', () => {
  fc.assert(
    fc.property(arbitraryEvent, arbitraryOptions, (event, options) => {
      const plan = planOf(event, options)
      const { fields } = createKlaviyo(options).explain(event, { values: true })
      const wrong = fields
        .filter(
          ({ source, to }) => source !== undefined && !to.startsWith('operation') && !to.endsWith('subscriptions'),
        )
        .filter((field) => plan !== undefined && !holds(plan, field))
      expect(wrong).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})
