import { explainEvent, type Explanation, type ExplainOptions } from './plan/explain-event.ts'
import { planEvent } from './plan/plan-event.ts'
import type { Plan } from './plan/planned-request.ts'
import { resolveSettings } from './validate/settings.ts'

/** What `createKlaviyo` gives: the stages, wired by its options. */
export interface Klaviyo {
  /**
   * Dry run: the Klaviyo requests of an event, as plain JSON. Nothing is sent.
   * @throws {EventInvalidError} when the event lacks something that it needs
   */
  plan(event: unknown): Plan
  /** Per Klaviyo field: the source that won, those passed over and why. Works for an invalid event too. */
  explain(event: unknown, options?: ExplainOptions): Explanation
}

/**
 * Wires the stages by options. Without a key, `plan` and `explain` work.
 * @throws {ConfigError} that names every fault of the options
 * @example
 * const klaviyo = createKlaviyo({ listId: 'XUepkK', consent: ['email'] })
 * const plan = klaviyo.plan({ type: 'track', event: 'Order Completed', userId: 'u-1' })
 */
export function createKlaviyo(options: object = {}): Klaviyo {
  const settings = resolveSettings(options)
  return {
    plan: (event) => planEvent(event, settings),
    explain: (event, explainOptions) => explainEvent(event, settings, explainOptions),
  }
}
