import { EventInvalidError } from '../errors/event-invalid-error.ts'
import type { EventRecord } from '../event/record.ts'
import { destinationOf, type Destination } from '../map/integrations.ts'
import { metricName } from '../map/map-metric.ts'
import type { ReadType } from '../validate/event-shape.ts'
import type { Settings } from '../validate/settings.ts'
import { messageIdOf, validateEvent } from '../validate/validate-event.ts'
import { planGroup } from './plan-group.ts'
import { planIdentify } from './plan-identify.ts'
import { planMetric } from './plan-metric.ts'
import type { Plan, PlannedRequest } from './planned-request.ts'
import type { Planning } from './planning.ts'

/**
 * The Klaviyo requests of one event. Pure: the same event and settings give the same plan; nothing is sent, no clock is
 * read, the event is not changed. Values of the event may be shared with the plan, not copied.
 * @throws {EventInvalidError} when the event lacks something that it needs
 * @example const { requests } = planEvent(event, resolveSettings({ listId: 'XUepkK' }))
 */
export function planEvent(raw: unknown, settings: Settings): Plan {
  const { event, type, notes } = validateEvent(raw, settings)
  const messageId = messageIdOf(event)
  const destination = destinationOf(event)
  const filter = filterOf(event, type, destination, settings)
  if (filter !== undefined) {
    notes.warnings.push({ path: filter.path, code: 'FILTERED', message: filter.message })
    return plan(messageId, settings, [], notes.warnings)
  }
  const requests = planByType({ event, messageId, settings, destination, notes }, type)
  if (notes.issues.length > 0) throw new EventInvalidError({ type, messageId }, notes.issues, notes.warnings)
  return plan(messageId, settings, requests, notes.warnings)
}

function planByType(planning: Planning, type: ReadType): readonly PlannedRequest[] {
  switch (type) {
    case 'identify':
      return planIdentify(planning)
    case 'group':
      return planGroup(planning)
    case 'track':
    case 'screen':
    case 'page':
      return planMetric(planning, type)
  }
}

function plan(
  messageId: string | undefined,
  settings: Settings,
  requests: readonly PlannedRequest[],
  warnings: Plan['warnings'],
): Plan {
  const { revision } = settings
  return messageId === undefined ? { revision, requests, warnings } : { messageId, revision, requests, warnings }
}

function filterOf(
  event: EventRecord,
  type: ReadType,
  destination: Destination,
  settings: Settings,
): { path: string; message: string } | undefined {
  if (!destination.enabled) {
    return { path: 'integrations', message: 'Nothing is sent: `integrations` of the event switches Klaviyo off.' }
  }
  if (type !== 'track' || settings.events === undefined) return undefined
  const name = metricName(event, type)
  if (name === undefined) return undefined
  const isSent =
    'allow' in settings.events ? settings.events.allow.includes(name) : !settings.events.deny.includes(name)
  return isSent ? undefined : { path: 'event', message: 'Nothing is sent: the option `events` filters this name out.' }
}
