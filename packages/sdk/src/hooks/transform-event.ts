import type { RudderEvent } from '../event/event.ts'
import { isRecord, type EventRecord } from '../event/record.ts'
import { messageIdOf } from '../validate/validate-event.ts'
import { kindOf, wrongHook } from './run-hook.ts'

/**
 * Changes an event before it is validated.
 * @example const transformEvent: TransformEvent = (event) => ({ ...event, integrations: { All: true } })
 */
export type TransformEvent = (event: RudderEvent) => RudderEvent

/**
 * The event that the hook makes of one. It gets a copy of its own; what is no object never reaches it.
 * @throws {ConfigError} when the hook gives back no event, one of another type, or one with another messageId
 */
export function transformEvent(hook: TransformEvent | undefined, event: unknown): unknown {
  if (hook === undefined || !isRecord(event)) return event
  // It comes from outside and is validated behind the hook: the hook's author knows what arrives.
  const came: unknown = hook(structuredClone(event) as object as RudderEvent)
  const given = `an event (${described(event)})`
  if (!isRecord(came) || came instanceof Promise) throw wrongHook('transformEvent', given, kindOf(came))
  if (typeOf(came) !== typeOf(event))
    throw wrongHook('transformEvent', given, `an event of another type (${described(came)})`)
  const messageId = messageIdOf(event)
  if (messageId !== undefined && messageIdOf(came) !== messageId) {
    throw wrongHook('transformEvent', given, 'an event with another messageId')
  }
  return came
}

const typeOf = ({ type }: EventRecord): string => (typeof type === 'string' ? type.toLowerCase() : '')

const described = (event: EventRecord): string =>
  ['identify', 'track', 'group', 'screen', 'page'].find((type) => type === typeOf(event)) ?? 'of no known type'
