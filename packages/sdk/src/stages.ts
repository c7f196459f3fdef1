/**
 * The stages one by one, for a server that keeps events between `plan` and `deliver` (the gateway does).
 * Everybody else wants `createKlaviyo`.
 */
export { planEvent } from './plan/plan-event.ts'
export { explainEvent } from './plan/explain-event.ts'
export { mappingRows } from './map/mapping-rows.ts'
export { resolveSettings, type Settings } from './validate/settings.ts'
export { orderKeysOf } from './plan/order-keys.ts'
export { createSendingOver, type Sending } from './create-sending.ts'
export { createCall } from './client/call.ts'
export { systemClock, type Clock } from './clock.ts'
export { endpointsOf } from './client/revisions.ts'
export { formBatch, type FormedBatch } from './batch/form-batch.ts'
export type { BatchEvent } from './batch/batch-event.ts'
export { createDeliveryAccount, type DeliveryAccount } from './deliver/engine/delivery-account.ts'
export { createDeliveryEngine, type DeliveryEngine } from './deliver/engine/create-delivery-engine.ts'
export type { DeliveryEntry } from './deliver/engine/delivery-entry.ts'
export type { DeliveryHost, EntryOutcome } from './deliver/engine/delivery-host.ts'
export type { PlanOutcome, RetryScope } from './deliver/outcome.ts'
export { REQUEST_BITS, requestBitsOf } from './deliver/request-bits.ts'
export { REPEAT_RULES, RETRY_RULES, type RepeatRule, type RetryRule } from './deliver/retry-policy.ts'
