/**
 * The stages one by one, for a server that keeps events between `plan` and `deliver` (the gateway does).
 * Everybody else wants `createKlaviyo`.
 */
export { planEvent } from './plan/plan-event.ts'
export { explainEvent } from './plan/explain-event.ts'
export { mappingRows } from './map/mapping-rows.ts'
export { resolveSettings, type Settings } from './validate/settings.ts'
export { orderKeysOf } from './plan/order-keys.ts'
export { createCall } from './client/call.ts'
export { createDelivery } from './deliver/deliver-plan.ts'
export type { PlanOutcome, RetryScope } from './deliver/outcome.ts'
export { RETRY_RULES, type RetryRule } from './deliver/retry-policy.ts'
