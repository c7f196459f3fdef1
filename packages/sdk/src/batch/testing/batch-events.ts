import type { JsonObject } from '../../event/json.ts'
import { isRecord } from '../../event/record.ts'
import { orderKeysOf } from '../../plan/order-keys.ts'
import { planEvent } from '../../plan/plan-event.ts'
import type { Revision } from '../../revision.ts'
import { resolveSettings } from '../../validate/settings.ts'
import type { BatchEvent } from '../batch-event.ts'
import { formBatch, type FormedBatch } from '../form-batch.ts'

/** An event as batching sees it, known by its messageId. */
export function batchEvent(event: JsonObject, revision: Revision = '2024-06-15'): BatchEvent<string> {
  const settings = resolveSettings({ revision, listId: 'L', consent: ['email'] })
  const plan = planEvent(event, settings)
  const orderKeys = orderKeysOf(plan, event, settings)
  return { entry: plan.messageId ?? '', plan, orderKeys, answeredCount: 0, isAlone: false }
}

/** The batch of events, each known by its messageId; they get the ids a, b, c … when they have none. */
export function batchOf(events: readonly JsonObject[], revision: Revision = '2024-06-15'): FormedBatch<string> {
  return formBatch(
    events.map((event, index) => batchEvent(withId(event, index), revision)),
    revision,
  )
}

const withId = (event: JsonObject, index: number): JsonObject => ({
  messageId: String.fromCharCode('a'.charCodeAt(0) + index),
  ...event,
})

/** An identify of a person. */
export const identify = (who: JsonObject, traits: JsonObject = {}, rest: JsonObject = {}): JsonObject => ({
  type: 'identify',
  ...who,
  ...rest,
  traits,
})

/** A track event of a person, who may be seen with traits. */
export const track = (who: JsonObject, traits: JsonObject = {}, rest: JsonObject = {}): JsonObject => ({
  type: 'track',
  event: 'Order',
  ...who,
  ...rest,
  context: { traits },
})

/** A change of consent by email, of the list L or another one. */
export const consent = (email: string, subscribe: boolean, listId = 'L'): JsonObject => ({
  type: 'group',
  groupId: listId,
  context: { traits: { email } },
  traits: { subscribe },
})

/** Of one entry of each member of a batch: which events it stands for. */
export const entriesOf = (members: readonly { readonly entries: readonly string[] }[]): readonly string[] =>
  members.map(({ entries }) => entries.join('+'))

/** A JSON body. */
export function parsed(body: string): JsonObject {
  const value: unknown = JSON.parse(body)
  if (!isRecord(value)) throw new Error('The body is no object.')
  return value
}
