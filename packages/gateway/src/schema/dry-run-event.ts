import { randomUUID } from 'node:crypto'
import type { Plan, Settings } from '@rudder-klaviyo/sdk'
import { planEvent } from '@rudder-klaviyo/sdk/stages'
import { planFacts } from '../accept/plan-facts.ts'
import type { JsonRecord } from './argument-event.ts'

/** The event of a dry run with a messageId: its own, or one that is made for it. */
export function withMessageId(event: JsonRecord): { readonly event: JsonRecord; readonly messageId: string } {
  const own = event['messageId']
  const messageId = typeof own === 'string' && own.trim() !== '' ? own.trim() : randomUUID()
  return { event: { ...event, messageId }, messageId }
}

/**
 * The plan that delivery would make of the event if it were accepted now: without a usable time, it has that of its
 * acceptance. The warnings are those of the event as it was given.
 * @throws {EventInvalidError} when the event lacks something that it needs
 */
export function planAsAccepted(event: JsonRecord, settings: Settings, nowMs: number): Plan {
  const plan = planEvent(event, settings)
  if (!planFacts(plan).needsTime) return plan
  const stamped = { ...event, timestamp: new Date(nowMs).toISOString() }
  return { ...planEvent(stamped, settings), warnings: plan.warnings }
}
