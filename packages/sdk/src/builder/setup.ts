import type { Traits } from '../event/traits.ts'
import type { Revision } from '../revision.ts'
import type { InputOf } from '../tracking-plan/standard-schema.ts'
import type { TrackingPlan } from '../tracking-plan/tracking-plan.ts'

/**
 * What the options of `createKlaviyo` mean for types: the revision, the defaults that are set (`D`) and the tracking
 * plan (`P`).
 * @example type Mine = Setup<'2024-06-15', 'listId', NoPlan>
 */
export interface Setup<R extends Revision = Revision, D = 'listId' | 'consent', P = unknown> {
  revision: R
  defaults: D
  plan: P
}

/**
 * The tracking plan of a set-up, taken apart.
 * @example type Names = keyof PlanOf<Setup<'2024-06-15', never, NoPlan>>['events']
 */
export type PlanOf<S extends Setup> =
  S['plan'] extends TrackingPlan<infer E, infer T, infer U> ? { events: E; traits: T; unplanned: U } : never

/**
 * The properties of an event of a set-up; without a plan, any object.
 * @example type Anything = PropertiesOf<Setup<'2024-06-15', never, NoPlan>, 'Signed Up'> // object
 */
export type PropertiesOf<S extends Setup, E> = E extends keyof PlanOf<S>['events']
  ? InputOf<PlanOf<S>['events'][E]>
  : object

/**
 * The traits that a set-up takes.
 * @example type Known = TraitsOf<Setup<'2024-06-15', never, NoPlan>>
 */
export type TraitsOf<S extends Setup> = PlanOf<S> extends { traits: infer T } ? T : Traits & object
