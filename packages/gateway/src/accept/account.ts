import type { Plan } from '@rudder-klaviyo/sdk'
import type { PlanOutcome, Settings } from '@rudder-klaviyo/sdk/stages'

/** How one plan is delivered. */
export interface DeliverOptions {
  /** Ends the call; what Klaviyo did with it is unknown then. */
  readonly signal: AbortSignal
  /** How many requests of the plan were answered with success before: it goes on behind them. @default 0 */
  readonly answeredCount?: number
}

/** One Klaviyo account. */
export interface Account {
  /** Part of the key of every event: what was accepted for one account never goes to another. */
  readonly name: string
  /** How events become plans. */
  readonly settings: Settings
  /** Sends the requests of one plan, one after the other. */
  deliver(plan: Plan, options: DeliverOptions): Promise<PlanOutcome>
}
