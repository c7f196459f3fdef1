import { ConfigError, type ConfigIssue } from '../errors/config-error.ts'
import { isRecord } from '../event/record.ts'
import type { Traits } from '../event/traits.ts'
import { isStandardSchema, type StandardSchema } from './standard-schema.ts'
import type { AnyTrackingPlan, TrackingPlan, Unplanned } from './tracking-plan.ts'

/**
 * Names the events of a product and describes their properties, and the traits of its people: `track` and `traits` then
 * take nothing else at compile time, and `plan`, `explain` and `send` check built, typed and raw events alike. Any
 * Standard Schema does, as long as it validates synchronously. It checks only: the event is sent as given, without the
 * defaults and conversions of the schema. It describes JSON, so a time is a text; a strict schema has to name what else
 * stands there (`revenue` and `currency` among the properties, `email`, `phone` and `_kx` among the traits).
 * @default unplanned 'refuse'
 * @throws {ConfigError} when something is no schema
 * @example
 * const trackingPlan = defineTrackingPlan({
 *   traits: z.object({ plan: z.enum(['free', 'pro']).optional() }),
 *   events: { 'Order Completed': z.object({ orderId: z.string() }) },
 * })
 * createKlaviyo({ trackingPlan }).track('Order Completed').user({ userId: 'u-1' }).properties({ orderId: 'A-1' }).plan()
 */
export function defineTrackingPlan<
  const E extends Record<string, StandardSchema>,
  T = Traits & object,
  U extends Unplanned = 'refuse',
>(plan: { events: E; traits?: StandardSchema<T>; unplanned?: U }): TrackingPlan<E, T, U>
export function defineTrackingPlan(plan: {
  events: Record<string, StandardSchema>
  traits?: StandardSchema
  unplanned?: Unplanned
}): AnyTrackingPlan {
  const faults = faultsOf(plan, '')
  if (faults.length > 0) throw new ConfigError(faults)
  const { events, traits, unplanned = 'refuse' } = plan
  return Object.freeze({
    events: Object.freeze({ ...events }),
    ...(traits === undefined ? undefined : { traits }),
    unplanned,
  })
}

/** Why a value is no tracking plan; none when it is one. `prefix` is where it stands in the options. */
export function faultsOf(plan: unknown, prefix: string): readonly ConfigIssue[] {
  if (!isRecord(plan)) return [fault(prefix, 'is no tracking plan: give what `defineTrackingPlan` made.')]
  const { events, traits, unplanned } = plan
  const at = (name: string) => `${prefix}${prefix === '' ? '' : '.'}${name}`
  const schemas = isRecord(events) ? Object.entries(events) : []
  return [
    ...(isRecord(events) ? [] : [fault(at('events'), 'must be an object: event name to schema of its properties.')]),
    ...schemas
      .filter(([, schema]) => !isStandardSchema(schema))
      .map(([name]) =>
        fault(at(`events.${name}`), 'is no Standard Schema: give one of zod, valibot, arktype or another.'),
      ),
    ...(traits === undefined || isStandardSchema(traits) ? [] : [fault(at('traits'), 'is no Standard Schema.')]),
    ...(unplanned === undefined || isUnplanned(unplanned)
      ? []
      : [fault(at('unplanned'), 'must be "allow", "warn" or "refuse".')]),
  ]
}

const isUnplanned = (value: unknown): value is Unplanned => value === 'allow' || value === 'warn' || value === 'refuse'

const fault = (path: string, what: string): ConfigIssue => ({
  path,
  code: 'NOT_USABLE',
  message: `${path === '' ? 'The tracking plan' : `\`${path}\``} ${what}`,
})
