import type { Traits } from '../event/traits.ts'
import type { StandardSchema } from './standard-schema.ts'

/**
 * What becomes of a track event whose name is not in the plan: sent, sent with the warning `NOT_IN_TRACKING_PLAN`, or
 * refused.
 * @example const unplanned: Unplanned = 'warn'
 */
export type Unplanned = 'allow' | 'warn' | 'refuse'

/**
 * The events of a product by name, with the schemas of their properties, and the schema of its traits.
 * @example const plan: TrackingPlan = defineTrackingPlan({ events: {} })
 */
export interface TrackingPlan<
  E extends Record<string, StandardSchema> = {},
  T = Traits & object,
  U extends Unplanned = Unplanned,
> {
  /** By event name: the schema of `properties`. */
  readonly events: E
  /** The schema of a person's traits. */
  readonly traits?: StandardSchema<T>
  readonly unplanned: U
}

/**
 * No tracking plan: every name, all properties.
 * @example const klaviyo: Klaviyo<Setup<'2024-06-15', never, NoPlan>> = createKlaviyo()
 */
export interface NoPlan extends TrackingPlan<{}, Traits & object, 'allow'> {}

/**
 * Any tracking plan, where only its run-time side counts.
 * @example const namesOf = (plan: AnyTrackingPlan) => Object.keys(plan.events)
 */
export type AnyTrackingPlan = TrackingPlan<Record<string, StandardSchema>, unknown>
