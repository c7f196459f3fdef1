import { createKlaviyo, EventInvalidError, type JsonObject, type Plan } from '@rudder-klaviyo/sdk'
import { valueAt } from './set-at.ts'

/** Plans an identify event of `u-1`. */
export const identify = (rest: JsonObject, options: object = {}): Plan =>
  createKlaviyo(options).plan({ type: 'identify', userId: 'u-1', ...rest })

/** Plans a track event of `u-1`. */
export const track = (rest: JsonObject, options: object = {}): Plan =>
  createKlaviyo(options).plan({ type: 'track', event: 'Seat Reserved', userId: 'u-1', ...rest })

/** Plans a group event that subscribes to `ListA`; who, the caller says. */
export const group = (rest: JsonObject, options: object = {}): Plan =>
  createKlaviyo(options).plan({ type: 'group', groupId: 'ListA', traits: { subscribe: true }, ...rest })

/** `data.attributes` of the first request. */
export const attributes = (plan: Plan): unknown => valueAt(plan.requests[0]?.body, 'data.attributes')

/** The warnings as `CODE path`. */
export const codes = (plan: Plan): readonly string[] => plan.warnings.map(({ code, path }) => `${code} ${path}`)

/** The issues of an event as `CODE path`; empty when it can be planned. */
export function issuesOf(run: () => Plan): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof EventInvalidError) return error.issues.map(({ code, path }) => `${code} ${path}`)
    throw error
  }
  return []
}
